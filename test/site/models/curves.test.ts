import { describe, expect, it } from 'vitest';
import { curvePlots } from '../../../src/site/models/curves.ts';

const history = (names: readonly string[]) => ({
  steps: [0, 10],
  curves: Object.fromEntries(names.map((name) => [name, [2, 1]])),
  parameters: {},
});
const names = (curves: readonly string[]) =>
  curvePlots(history(curves), 'a model').map(({ series }) => series.map(({ name }) => name));

describe('the recorded training of a model', () => {
  it('is drawn as one plot of losses and one of shares', () => {
    expect(names(['loss', 'training accuracy', 'held-out loss', 'held-out accuracy'])).toEqual([
      ['training loss', 'held-out loss'],
      ['training accuracy', 'held-out accuracy'],
    ]);
  });

  it('leaves out the curves of each setting where they are more than there are colours', () => {
    const strengths = [0, 0.001, 0.01, 0.1];
    const losses = ['loss', ...strengths.map((one) => `training loss at ${one}`)];
    expect(names(losses)).toEqual([['training loss', ...strengths.map((one) => `training loss at ${one}`)]]);
    expect(names([...losses, 'held-out loss', ...strengths.map((one) => `held-out loss at ${one}`)])).toEqual(
      [['training loss', 'held-out loss']],
    );
  });
});
