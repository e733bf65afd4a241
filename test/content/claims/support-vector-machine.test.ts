/** Every number in content/entries/support-vector-machine.mdx, computed by the trainer. */

import { expect, it } from 'vitest';
import type { Examples } from '../../../src/datasets/dataset.ts';
import { conicKernel, cost, noisyCircles } from '../../../src/recipes/kernel-svm.ts';
import { trainKernelSvm } from '../../../src/trainer/svm/kernel-svm.ts';
import { answersOf, cardOf, entryText, historyOf, noFiles } from './shipped.ts';

const text = entryText('support-vector-machine');
const settings = { kernel: conicKernel, cost, tolerance: 1e-9 };

it('linear-svm learns from 40 points and keeps a margin of 0.14', () => {
  const w = historyOf('linear-svm').parameters.weights.values.at(-1) as number[];
  expect(cardOf('linear-svm').data.training).toBe(40);
  expect((1 / Math.hypot(...w)).toFixed(2)).toBe('0.14');
  expect(text).toContain('40 points');
  expect(text).toContain('a margin of 0.14');
});

it('kernel-svm rests on 19 of 80 points, 14 of which violate the margin and 5 lie on it', async () => {
  const { training } = await noisyCircles.load(noFiles);
  const { score } = await answersOf('kernel-svm', training, [2]);
  const margins = score.map((one, i) => one * training.target[i]);
  const onIt = margins.filter((one) => Math.abs(one - 1) < 1e-4).length;
  const beyond = margins.filter((one) => one < 1 - 1e-4).length;
  expect([training.count, onIt, beyond]).toEqual([80, 5, 14]);
  expect(cardOf('kernel-svm').metrics['support vectors']).toBe(19);
  expect(text).toContain(
    'Of its 80 training points 19 are support vectors: 5 lie on the margin and 14 violate it.',
  );
});

it('kernel-svm is the same machine without the other 61 points', async () => {
  const { training } = await noisyCircles.load(noFiles);
  const whole = trainKernelSvm(training.x, training.target, settings);
  const isSupport = (i: number) =>
    whole.supportVectors.some(
      (one, k) =>
        k % 2 === 0 && one === training.x[2 * i] && whole.supportVectors[k + 1] === training.x[2 * i + 1],
    );
  const kept = Array.from({ length: training.count }, (_, i) => i).filter(isSupport);
  expect(training.count - kept.length).toBe(61);
  const fewer: Examples = {
    count: kept.length,
    x: Float32Array.from(kept.flatMap((i) => [training.x[2 * i], training.x[2 * i + 1]])),
    target: Float32Array.from(kept.map((i) => training.target[i])),
  };
  const again = trainKernelSvm(fewer.x, fewer.target, settings);
  expect(again.bias).toBeCloseTo(whole.bias, 5);
  again.coefficients.forEach((one, i) => {
    expect(one).toBeCloseTo(whole.coefficients[i], 4);
  });
});
