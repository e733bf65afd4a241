import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startSettings } from '../../src/widgets/kit/settings.ts';
import { nextMoment } from '../../src/widgets/training/compute.ts';
import { model } from '../../src/widgets/training/model.ts';
import type { State } from '../../src/widgets/training/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { kinds } from './browsing.ts';
import { choose, numberOf, openFigure, press, reads, says } from './widget.ts';

/** The untrained network and its first two epochs, by the operators' own definitions in float64. */
const { moments } = await (async () => {
  let state: State = model.initial(startSettings(model));
  const { course } = state;
  for (let epoch = 0; epoch <= 2; epoch++)
    state = model.update(state, {
      kind: 'trained',
      course,
      moment: await nextMoment(referenceRunner, state),
    });
  return state;
})();

const oneEpoch = 'training/?training.epochs=1&training.v=1';

async function expectEpoch(root: Locator, epoch: number): Promise<void> {
  await reads(root, 'data-epoch', String(epoch));
  await reads(root, 'data-computed', 'true');
  expect(await numberOf(root, 'data-loss')).toBeCloseTo(moments[epoch].training.loss, 3);
  expect(await numberOf(root, 'data-accuracy')).toBeCloseTo(moments[epoch].training.accuracy, 2);
}

describe.each(kinds)('training on %s', (kind) => {
  it('goes as the definitions say, epoch by epoch, and back to the untrained network', async () => {
    const { widget, root } = await openFigure(oneEpoch, { kind });
    await expectEpoch(root, 1);
    await press(widget, 'Step');
    await expectEpoch(root, 2);
    await press(widget, 'Back');
    await expectEpoch(root, 1);
    await press(widget, 'Reset');
    await expectEpoch(root, 0);
    await says(root, 'Untrained');
    expect(await numberOf(root, 'data-untrained')).toBeCloseTo(0.3215, 3);
  });
});

describe('the figure of training', () => {
  it('starts forty epochs into the training, with the numbers of the entry’s table', async () => {
    const { root } = await openFigure('training/');
    await reads(root, 'data-epoch', '40');
    expect(await numberOf(root, 'data-accuracy')).toBeCloseTo(0.879, 3);
    expect(await numberOf(root, 'data-held-out')).toBeCloseTo(0.75, 3);
    expect(await root.locator('.class-area').count()).toBe(3);
  });

  it('changes equation, axis and graph when the loss counts bits', async () => {
    const { widget, root } = await openFigure(oneEpoch);
    await expectEpoch(root, 1);
    const before = await numberOf(root, 'data-loss');
    await choose(widget, 'Bits');
    await expect.poll(() => widget.locator('.training-equation').textContent()).toContain('log₂');
    await expect.poll(() => root.locator('.plot-axis-title').allTextContents()).toContain('loss in bits');
    // The steps are longer by 1/ln 2, so the network is another one.
    await expect.poll(() => numberOf(root, 'data-loss')).not.toBeCloseTo(before, 4);
  });

  it('shows what an example tells the network: probabilities, targets, and errors that add up to zero', async () => {
    const { widget, root } = await openFigure(oneEpoch);
    await expectEpoch(root, 1);
    const field = widget.getByRole('spinbutton', { name: /Training example/ });
    await field.fill('5');
    await field.press('Enter');
    const cells = await widget
      .getByRole('table', { name: 'Feedback for the chosen example' })
      .locator('tbody td')
      .allTextContents();
    const numbers = cells.map((text) => Number(text.replace('−', '-')));
    const errors = [numbers[2], numbers[5], numbers[8]];
    // Example 5 is of the second class.
    expect([numbers[1], numbers[4], numbers[7]]).toEqual([0, 1, 0]);
    expect(errors.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 2);
    [0, 1, 2].forEach((k) => {
      expect(numbers[3 * k]).toBeCloseTo(moments[1].probabilities[3 * 4 + k], 2);
    });
  });

  it('explains a learning rate that is too large', async () => {
    const { widget, root } = await openFigure('training/?training.rate=10&training.epochs=12&training.v=1');
    await reads(root, 'data-epoch', '12');
    await expect.poll(() => widget.locator('.training-verdict').textContent()).toMatch(/so large/);
  });

  it('plays and pauses', async () => {
    const { widget, root } = await openFigure(oneEpoch);
    await expectEpoch(root, 1);
    await press(widget, 'Play');
    await expect.poll(() => numberOf(root, 'data-epoch')).toBeGreaterThan(3);
    await press(widget, 'Pause');
    await widget.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });
});
