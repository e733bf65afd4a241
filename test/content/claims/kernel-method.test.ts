/** Every number in content/entries/kernel-method.mdx, computed by the trainer. */

import { expect, it } from 'vitest';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { input } from '../../../src/graph/value.ts';
import { conicKernel, cost, noisyCircles } from '../../../src/recipes/kernel-svm.ts';
import { kernelSvmGraph, trainKernelSvm } from '../../../src/trainer/svm/kernel-svm.ts';
import { type Kernel, linearKernel, polynomialKernel } from '../../../src/trainer/svm/kernels.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { answersOf, entryText, noFiles } from './shipped.ts';

const text = entryText('kernel-method');
const right = (answer: ArrayLike<number>, target: ArrayLike<number>) =>
  Array.from(answer).filter((one, i) => one === target[i]).length / target.length;

it('kernel-svm gets 99.5 % of 200 new points right', async () => {
  const { heldOut } = await noisyCircles.load(noFiles);
  const { answer } = await answersOf('kernel-svm', heldOut, [2]);
  expect(heldOut.count).toBe(200);
  expect(right(answer, heldOut.target)).toBe(0.995);
  expect(text).toContain('99.5 % of 200 new points');
});

it('with inner products alone the same machine gets 54 % right', async () => {
  const { training, heldOut } = await noisyCircles.load(noFiles);
  const accuracy = (kernel: Kernel) => {
    const machine = trainKernelSvm(training.x, training.target, { kernel, cost });
    const { graph, parameters } = kernelSvmGraph(machine, kernel, heldOut.count);
    return right(evaluate(graph, { x: heldOut.x, ...parameters }).answer.data, heldOut.target);
  };
  expect(accuracy(linearKernel)).toBe(0.54);
  expect(accuracy(conicKernel)).toBe(0.995);
  expect(text).toContain('gets 54 % right');
});

it('the features of (x·x′ + 1)² are the products of two coordinates', () => {
  const features = ([a, b]: readonly number[]) => [
    1,
    Math.SQRT2 * a,
    Math.SQRT2 * b,
    a * a,
    b * b,
    Math.SQRT2 * a * b,
  ];
  const [u, v] = [
    [0.3, -1.2],
    [2, 0.7],
  ];
  const [found] = numbersOf(polynomialKernel(2)(input('u', [1, 2]), input('v', [1, 2])), { u, v });
  expect(found).toBeCloseTo(
    features(u).reduce((sum, one, i) => sum + one * features(v)[i], 0),
    6,
  );
});
