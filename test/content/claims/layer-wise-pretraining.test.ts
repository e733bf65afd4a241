/** Every number in content/entries/layer-wise-pretraining.mdx that this project has measured. */

import { expect, it } from 'vitest';
import { cardOf, entryText, historyOf } from './shipped.ts';

const text = entryText('layer-wise-pretraining');
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

it.each([
  { model: 'pretraining-none', start: 'random weights of deviation 0.1' },
  { model: 'pretraining-scaled', start: 'random weights in the right scale' },
  { model: 'pretraining-autoencoder', start: 'a stack of autoencoders' },
  { model: 'pretraining-rbm', start: 'a stack of Boltzmann machines' },
])('$model has the accuracies of its row', ({ model, start }) => {
  const { metrics, data } = cardOf(model);
  const { steps, curves } = historyOf(model);
  expect([data.training, data.heldOut, steps.length]).toEqual([1000, 10_000, 61]);
  expect(text).toContain(
    `| ${start} | ${percent(curves['held-out accuracy'][1])} | ${percent(metrics['held-out accuracy'])} |`,
  );
});

it('the four differ in their start alone', () => {
  const [first, ...others] = ['none', 'scaled', 'autoencoder', 'rbm'].map((start) =>
    cardOf(`pretraining-${start}`),
  );
  for (const other of others) {
    expect(other.architecture).toEqual(first.architecture);
    for (const [name, value] of Object.entries(first.hyperparameters))
      if (!/^initial/.test(name)) expect(other.hyperparameters[name]).toBe(value);
  }
  expect(first.architecture.filter((layer) => layer.includes('sigmoid'))).toHaveLength(4);
});
