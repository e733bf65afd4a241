import { describe, expect, it } from 'vitest';
import type { ModelCard, TrainingHistory } from '../../../src/recipes/model-card.ts';
import { curveOf, epochsTo, type Recorded } from '../../../src/widgets/cifar-curves/curves.ts';
import { curvesOf, model, type State } from '../../../src/widgets/cifar-curves/model.ts';
import { plotOf } from '../../../src/widgets/cifar-curves/plot.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { modelFile } from '../../support/trained-cifar-net.ts';

const card: ModelCard = JSON.parse(new TextDecoder().decode(modelFile('cifar-net', 'card.json')));
/** Training accuracy rises by `rise` an epoch from 0.1 and stays at 0.9; held out it stays a tenth below. */
const history = (rise: number): TrainingHistory => {
  const accuracy = Array.from({ length: 27 }, (_, i) => Math.min(0.9, 0.1 + rise * i));
  return {
    steps: accuracy.map((_, i) => 468 * i),
    curves: {
      loss: accuracy.map((share) => 2 - share),
      'training accuracy': accuracy,
      'held-out loss': accuracy.map((share) => 2.5 - share),
      'held-out accuracy': accuracy.map((share) => share - 0.1),
    },
    parameters: {},
  };
};
const made = (rise: number, hyperparameters = card.hyperparameters) => ({
  history: history(rise),
  card: { ...card, hyperparameters },
});
const recorded: Recorded = {
  'four-layer-relu': made(0.2, { 'learning rate': 0.4, loss: 'cross-entropy' }),
  'four-layer-tanh': made(0.04, { 'learning rate': 0.1, loss: 'cross-entropy' }),
  relu: made(0.1),
  tanh: made(0.05),
  'no-dropout': made(0.2),
};
const loaded = model.update(model.initial(startSettings(model)), { kind: 'loaded', recorded });
const start = model.update(loaded, { kind: 'compare', comparison: 'activation' });
const then = (...actions: Parameters<typeof model.update>[1][]): State => actions.reduce(model.update, start);

describe('epochsTo', () => {
  it('goes between epochs by a straight line', () =>
    expect(epochsTo(0.25, [0.9, 0.5, 0.3, 0.1])).toBeCloseTo(2.25));
  it('takes the first time, even if the curve rises again', () =>
    expect(epochsTo(0.4, [0.8, 0.2, 0.6, 0.1])).toBeCloseTo(2 / 3));
  it('is null where the level is never reached, 0 where it is from the start', () =>
    expect([epochsTo(0.05, [0.9, 0.5]), epochsTo(0.95, [0.9, 0.5])]).toEqual([null, 0]));
});

describe('the figure', () => {
  it('turns accuracies into errors and takes losses as they are', () => {
    expect(curveOf(history(0.1), 'training')[0]).toBeCloseTo(0.9);
    expect(curveOf(history(0.1), 'held-out')[1]).toBeCloseTo(0.9);
    expect(curveOf(history(0.1), 'held-out-loss')[0]).toBeCloseTo(2.4);
  });

  it('says when each run first reaches the level, and how far apart they are', () => {
    // 1 − 0.1 − 0.1 e = 0.25 at e = 6.5; with half the rise at 13.
    expect(curvesOf(start).map(({ reached }) => reached)).toEqual([expect.closeTo(6.5), expect.closeTo(13)]);
    expect(model.describe(start)).toContain(
      '25 % is first reached after 6.5 epochs by ReLU with dropout, after 13 epochs by tanh with dropout: 2 times apart.',
    );
  });

  it('knows only what has been shown so far', () => {
    const early = then({ kind: 'show epoch', epoch: 9 });
    expect(curvesOf(early).map(({ values }) => values.length)).toEqual([10, 10]);
    expect(model.describe(early)).toContain(
      '25 % is first reached after 6.5 epochs by ReLU with dropout alone so far.',
    );
  });

  it('compares with the run without dropout, and in losses without a level', () => {
    const losses = then(
      { kind: 'compare', comparison: 'dropout' },
      { kind: 'measure', measure: 'held-out-loss' },
    );
    expect(curvesOf(losses).map(({ run }) => run)).toEqual(['relu', 'no-dropout']);
    expect(plotOf(losses).marks).toEqual([]);
    expect(model.describe(losses)).not.toContain('reach');
  });

  it('goes into a link and back', () => {
    const state = then(
      { kind: 'set level', level: 0.4 },
      { kind: 'show epoch', epoch: 3 },
      { kind: 'compare', comparison: 'dropout' },
    );
    const { settings } = readSettings(model, writeSettings(model, model.settingsOf(state)));
    expect(model.initial(settings, state)).toEqual(state);
  });

  it('begins with the networks of 2012 and names the settings in which they differ', () => {
    expect(curvesOf(loaded).map(({ run }) => run)).toEqual(['four-layer-relu', 'four-layer-tanh']);
    const settings = Object.fromEntries(model.hyperparameters(loaded));
    expect(settings.loss).toBe('cross-entropy');
    expect(settings['learning rate']).toBe('ReLU: 0.4; tanh: 0.1');
  });

  it('shows the end of each comparison to who looks at the end of another, else the same epoch', () => {
    expect([loaded.epoch, start.epoch]).toEqual([30, 26]);
    const early = model.update({ ...loaded, epoch: 12 }, { kind: 'compare', comparison: 'dropout' });
    expect(early.epoch).toBe(12);
    const late = model.update({ ...loaded, epoch: 28 }, { kind: 'compare', comparison: 'dropout' });
    expect(late.epoch).toBe(26);
  });

  it('walks to the end and rests there, and from there begins again', () => {
    const nearEnd = then(
      { kind: 'show epoch', epoch: 25 },
      { kind: 'play', playing: true },
      { kind: 'walk' },
    );
    expect(nearEnd).toMatchObject({ epoch: 26, playing: false });
    expect(model.update(nearEnd, { kind: 'play', playing: true })).toMatchObject({ epoch: 0, playing: true });
    expect(then({ kind: 'play', playing: true }, { kind: 'show epoch', epoch: 4 }).playing).toBe(false);
  });

  it('has a row for each epoch shown', () => {
    const { rows, columns } = model.table(then({ kind: 'show epoch', epoch: 3 }));
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual(['1', '80 %', '85 %']);
    expect(columns).toHaveLength(3);
  });
});
