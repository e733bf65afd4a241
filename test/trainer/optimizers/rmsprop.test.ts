import { describe, expect, it } from 'vitest';
import { mul, reduceSum } from '../../../src/graph/ops/index.ts';
import { constant, type Value } from '../../../src/graph/value.ts';
import { momentum } from '../../../src/trainer/optimizers/momentum.ts';
import { rmsprop } from '../../../src/trainer/optimizers/rmsprop.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import '../../support/close-to.ts';
import { constantGradient, descend, path, quadratic } from './descend.ts';

/** The last step of 0 − η g/D with η = 1, so g/D itself. */
function ratio(settings: Parameters<typeof rmsprop>[0], gradients: number[][], meanSquare = 0): number {
  const points = path(rmsprop(settings), {
    from: [0],
    learningRate: 1,
    gradients,
    memory: { meanSquare: [meanSquare] },
  });
  return (points.at(-2) ?? 0) - points[points.length - 1];
}
/** The memory that makes the mean square `after` once the gradient g has entered it. */
const memoryFor = (after: number, g: number, decay: number) => (after - (1 - decay) * g * g) / decay;

describe('rmsprop', () => {
  it('divides the gradient by the root mean square that already contains it', () => {
    expect(ratio({ epsilon: 0 }, [[1e-5]], memoryFor(25e-10, 1e-5, 0.9))).toBeCloseTo(0.2, 12);
    expect(ratio({ decay: 0.99, epsilon: 0 }, [[100]], memoryFor(625, 100, 0.99))).toBeCloseTo(4, 12);
  });
  it.each([
    [0.9, 3.162278],
    [0.9375, 4],
    [0.99, 10],
  ])('with decay %f never gives a ratio above %f', (decay, bound) => {
    expect(ratio({ decay, epsilon: 0 }, [[7]])).toBeCloseTo(bound, 6);
    expect(ratio({ decay, epsilon: 0 }, [[7]], 1e-3)).toBeLessThan(bound);
  });
  it.each([
    [1, 3.162278],
    [2, 2.294157],
    [10, 1.239088],
    [50, 1.002587],
  ])('at step %i of a constant gradient has the ratio %f, whatever its size', (step, expected) => {
    for (const g of [1e-6, 1, 1e6])
      expect(ratio({ epsilon: 0 }, constantGradient(g, step))).toBeCloseTo(expected, 6);
  });
  it.each([
    [0.9, 3.160856],
    [0.99, 9.950865],
  ])('with decay %f holds a gradient that grows a hundredfold to the ratio %f', (decay, expected) => {
    expect(ratio({ decay, epsilon: 0 }, [[100]], 1)).toBeCloseTo(expected, 6);
  });
  it.each([
    [false, 1e-8, 0.19996],
    [false, 1e-7, 0.199601],
    [false, 1e-6, 0.196078],
    [true, 1e-8, 0.089443],
    [true, 1e-7, 0.031235],
    [true, 1e-6, 0.009988],
  ])(
    'epsilonInside: %s with epsilon %f turns the ratio 0.2 of a small gradient into %f',
    (epsilonInside, epsilon, expected) => {
      const memory = memoryFor(25e-10, 1e-5, 0.9);
      expect(ratio({ epsilon, epsilonInside }, [[1e-5]], memory)).toBeCloseTo(expected, 6);
    },
  );
  it("agrees with the example in Keras's documentation: 10 becomes 9.683772", () => {
    const keras = rmsprop({ epsilon: 1e-7, epsilonInside: true });
    expect(path(keras, { of: quadratic(1), from: [10], learningRate: 0.1 })[0]).toBeCloseTo(9.683772, 6);
  });
  it('can start its memory at one, as TensorFlow 1 does, and then begins with tiny steps', () => {
    expect(ratio({ epsilon: 0 }, [[1e-5]], 1)).toBeCloseTo(1.0541e-5, 9);
  });
  it('rests where the gradient is zero', () => {
    expect(path(rmsprop(), { from: [3], learningRate: 1, gradients: [[0], [0]] })).toEqual([3, 3]);
  });
  it('feeds the scaled gradient to a velocity when it has momentum', () => {
    // ratios 3.162278 and 2.294157; velocity 0.5 · 3.162278 + 2.294157
    const points = path(rmsprop({ momentum: 0.5, epsilon: 0 }), {
      from: [0],
      learningRate: 0.1,
      gradients: constantGradient(1, 2),
    });
    expect(points).toBeCloseToTensor([-0.3162278, -0.3162278 - 0.3875296], 1e-6);
  });
  it('refuses settings out of range', () => {
    expect(() => rmsprop({ decay: 1 })).toThrow('rmsprop: decay must be at least 0 and below 1, got 1');
    expect(() => rmsprop({ epsilon: -1e-8 })).toThrow('rmsprop: epsilon must be a number of at least 0');
    expect(() => rmsprop({ momentum: 9 })).toThrow('rmsprop: momentum');
  });
});

describe('centred rmsprop', () => {
  it('divides by the spread around the mean gradient', () => {
    // 0.1 − 0.1² = 0.09, then 0.19 − 0.19² = 0.1539
    expect(ratio({ centred: true, epsilon: 0 }, [[5]])).toBeCloseTo(1 / 0.3, 12);
    expect(ratio({ centred: true, epsilon: 0 }, constantGradient(5, 2))).toBeCloseTo(
      1 / Math.sqrt(0.1539),
      12,
    );
  });
  it('puts epsilon inside the root after the mean has been taken away', () => {
    expect(ratio({ centred: true, epsilonInside: true, epsilon: 0.07 }, [[1]])).toBeCloseTo(1 / 0.4, 12);
  });
  it('stays finite when a steady gradient leaves no spread but rounding, which may be negative', () => {
    for (let g = 0.01; g < 2; g += 0.01) {
      const memory = { meanSquare: [g * g], mean: [g] };
      const descent = { from: [0], learningRate: 1e-9, gradients: [[g]], memory };
      expect(path(rmsprop({ centred: true }), descent)[0]).not.toBeNaN();
    }
  });
});

describe('escape from the saddle x² − y², from (1, 0.001) until |y| ≥ 1', () => {
  const saddle = (w: Value) => reduceSum(mul(constant([1, -1]), mul(w, w)));
  it.each([
    { name: 'gradient descent', optimizer: sgd(), learningRate: 0.1, steps: 38 },
    { name: 'the heavy ball', optimizer: momentum({ decay: 0.9 }), learningRate: 0.1, steps: 19 },
    { name: 'rmsprop', optimizer: rmsprop({ decay: 0.9 }), learningRate: 0.01, steps: 72 },
  ])('takes $name $steps steps', ({ optimizer, learningRate, steps }) => {
    const { points } = descend(optimizer, { of: saddle, from: [1, 1e-3], learningRate, steps: 100 });
    expect(points.findIndex(([, y]) => Math.abs(y) >= 1) + 1).toBe(steps);
  });
});
