/** Every number in content/entries/perceptron.mdx, computed by the trainer. */

import { describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { sigmoid, tanh } from '../../../src/graph/ops/index.ts';
import { constant, input } from '../../../src/graph/value.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { thresholdUnit } from '../../../src/trainer/layers/threshold-unit.ts';
import { squaredError } from '../../../src/trainer/losses/squared-error.ts';
import { deltaRule } from '../../../src/trainer/rules/delta-rule.ts';
import { perceptronRule } from '../../../src/trainer/rules/perceptron-rule.ts';
import { ruleStep } from '../../../src/trainer/rules/step.ts';
import { mistakesWithin } from '../../../src/widgets/perceptron/bound.ts';
import { streamLength } from '../../../src/widgets/perceptron/stream.ts';
import { streamSource } from '../../../src/widgets/perceptron/stream-source.ts';
import '../../support/close-to.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { cube, learn, orders, sum, tasks } from './learn.ts';

const corners = cube(2);
const halves = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5];
const grid = halves.flatMap((a) => halves.map((b) => [a, b]));

/** (R/γ)² with R² and γ of the points with a leading 1, for the direction given. */
function bound(direction: readonly number[], labels: readonly number[]): number {
  const margin = Math.min(...corners.map((x, i) => labels[i] * sum(direction, x))) / Math.hypot(...direction);
  const radius = Math.max(...corners.map((x) => Math.hypot(1, ...x)));
  return (radius / margin) ** 2;
}

describe('the unit', () => {
  const x = input('x', [1, 2]);
  const weights = input('weights', [2, 1]);
  const bias = input('bias', [1]);
  const answer = (at: readonly number[], [b, ...w]: readonly number[]) =>
    numbersOf(thresholdUnit(x, weights, bias), { x: at, weights: w, bias: [b] })[0];

  it('answers +1 where the sum exceeds 0 and −1 elsewhere, a tie included', () => {
    for (const at of grid) expect(answer(at, [-0.5, 1, 2])).toBe(sum([-0.5, 1, 2], at) > 0 ? 1 : -1);
    expect(sum([-0.5, 1, 2], [0.5, 0])).toBe(0);
  });

  it('has its boundary at the distance |b| / ‖w‖ from the origin, perpendicular to w', () => {
    // w = (3, 4), b = −10: the boundary is 10 / 5 = 2 away, in the direction (3, 4) / 5.
    const along = (distance: number, aside: number) => [
      0.6 * distance - 0.8 * aside,
      0.8 * distance + 0.6 * aside,
    ];
    for (const aside of [-3, 0, 3]) {
      expect(answer(along(2 - 1e-6, aside), [-10, 3, 4])).toBe(-1);
      expect(answer(along(2 + 1e-6, aside), [-10, 3, 4])).toBe(1);
    }
  });

  it('has the same boundary with a sigmoid or tanh in place of the threshold', () => {
    const s = input('s', [grid.length]);
    const sums = grid.map((at) => sum([-0.5, 1, 2], at));
    for (const [f, middle] of [
      [sigmoid(s), 0.5],
      [tanh(s), 0],
    ] as const)
      expect(numbersOf(f, { s: sums }).map((y) => y > middle)).toEqual(sums.map((one) => one > 0));
  });
});

describe('the perceptron rule', () => {
  it('raises y s by η (‖x‖² + 1) for the example it got wrong', () => {
    const [x, y, rate] = [[2, -3], 1, 0.25];
    const { weights } = learn([x], [y], { learningRate: rate, start: [-1, -2, 1], passes: 1 });
    expect(y * sum(weights, x) - y * sum([-1, -2, 1], x)).toBe(rate * (4 + 9 + 1));
  });

  it.each([
    { task: 'and', mistakes: 18, passes: 9, weights: [-4, 3, 2], direction: [-3, 2, 2], limit: 51 },
    { task: 'or', mistakes: 9, passes: 6, weights: [-1, 2, 2], direction: [-1, 2, 2], limit: 27 },
  ] as const)('learns $task in $mistakes mistakes, ends at $weights, and is held to $limit', (row) => {
    const { task, mistakes, passes, weights, direction, limit } = row;
    expect(learn(corners, tasks[task])).toEqual({ end: 'at rest', mistakes, passes, weights });
    expect(bound(direction, tasks[task])).toBeCloseTo(limit, 10);
  });

  it('makes four mistakes in every pass through XOR and is back at zero after each', () =>
    expect(learn(corners, tasks.xor)).toEqual({ end: 'cycles', mistakes: 4, passes: 1, weights: [0, 0, 0] }));

  it('takes 18 to 22 mistakes for AND over all 24 orders of the corners', () => {
    const mistakes = orders([0, 1, 2, 3]).map(
      (order) =>
        learn(
          order.map((i) => corners[i]),
          order.map((i) => tasks.and[i]),
        ).mistakes,
    );
    expect(mistakes).toHaveLength(24);
    expect([Math.min(...mistakes), Math.max(...mistakes)]).toEqual([18, 22]);
  });
});

describe('a million points, each seen once', () => {
  it.each([
    { margin: 0.08, mistakes: 29, last: 540, limit: 886 },
    { margin: 0.01, mistakes: 291, last: 35_403, limit: 56_691 },
  ])('none nearer than $margin: $mistakes mistakes, the last with point $last, of $limit', (row) => {
    const source = streamSource(row.margin);
    let [b, w1, w2] = [0, 0, 0];
    let [mistakes, last, radiusSquared, least] = [0, 0, 0, Number.POSITIVE_INFINITY];
    for (let seen = 0; seen < streamLength; seen += 10_000) {
      const block = source.next(10_000);
      radiusSquared = Math.max(radiusSquared, block.radiusSquared);
      least = Math.min(least, block.least);
      for (let i = 0; i < 10_000; i++) {
        const [x1, x2, y] = [block.x[2 * i], block.x[2 * i + 1], block.target[i]];
        if (y * (b + w1 * x1 + w2 * x2) > 0) continue;
        [b, w1, w2] = [b + y, w1 + y * x1, w2 + y * x2];
        mistakes++;
        last = seen + i + 1;
      }
    }
    const limit = mistakesWithin(radiusSquared, least);
    expect({ margin: row.margin, mistakes, last, limit }).toEqual(row);
    expect(streamLength).toBe(1_000_000);
  });
});

describe('the delta rule', () => {
  const points = [[0], [1], [2], [10]];
  const labels = [-1, -1, 1, 1];

  /** Of the mean squared error, by bias and weight. */
  function slopeOfError([b, w]: readonly number[]): number[] {
    const [weights, bias] = [input('weights', [1, 1]), input('bias', [1])];
    const x = constant(points.flat(), 'float32', [4, 1]);
    const error = squaredError(dense(x, weights, bias), constant(labels, 'float32', [4, 1]));
    return gradients(error, [bias, weights]).flatMap((slope) =>
      numbersOf(slope, { weights: [w], bias: [b] }),
    );
  }

  it('puts the boundary at 3.25, past the point 2, where the perceptron rule stops at 1.5 after 9 mistakes', () => {
    const perceptron = learn(points, labels);
    expect(perceptron).toMatchObject({ end: 'at rest', mistakes: 9 });
    expect(-perceptron.weights[0] / perceptron.weights[1]).toBe(1.5);

    const best = [-143 / 251, 44 / 251];
    expect(slopeOfError(best)).toBeCloseToTensor([0, 0], 1e-12);
    const { weights } = learn(points, labels, { rule: deltaRule, learningRate: 5e-4, passes: 8000 });
    expect(weights).toBeCloseToTensor(best, 0.01);
    expect(-best[0] / best[1]).toBe(3.25);
    expect(sum(weights, [2])).toBeLessThan(0);
  });

  it('changes its answers with the learning rate even from zero weights', () => {
    const [slow, fast] = [0.01, 0.02].map(
      (learningRate) => learn(points, labels, { rule: deltaRule, learningRate, passes: 1 }).weights,
    );
    expect(fast[0] / slow[0]).not.toBeCloseTo(fast[1] / slow[1], 2);
  });
});

describe('conventions', () => {
  const step = ruleStep('tie', perceptronRule, 2);

  it.each([-1, 1])('a sum of exactly 0 is a mistake for the label %i', (label) => {
    const fed = { x: [1, 1], target: [label], learningRate: [1], weights: [1, -1], bias: [0] };
    expect(evaluate(step, fed).loss.data).toEqual(Float64Array.of(1));
  });

  /** w ← w + η (y − ŷ) x with labels and answers 0 and 1. */
  const zeroOne = (weights: readonly number[], x: readonly number[], label: number) => {
    const answer = sum(weights, x) > 0 ? 1 : 0;
    return [1, ...x].map((one, i) => weights[i] + (label - answer) * one);
  };

  it('labels 0 and 1 give the same updates wherever the sum is not 0', () => {
    const weights = [0.25, 1, -2];
    for (const x of grid)
      for (const label of [0, 1]) {
        expect(sum(weights, x)).not.toBe(0);
        const { weights: next } = learn([x], [2 * label - 1], { start: weights, passes: 1 });
        expect(next).toEqual(zeroOne(weights, x, label));
      }
  });

  it('labels 0 and 1, and a tie taken for 0, teach AND in 10 mistakes and end at (−2, 2, 1)', () => {
    let weights = [0, 0, 0];
    let mistakes = 0;
    for (let pass = 0; pass < 10; pass++)
      corners.forEach((x, i) => {
        const next = zeroOne(weights, x, (tasks.and[i] + 1) / 2);
        if (String(next) !== String(weights)) mistakes++;
        weights = next;
      });
    expect({ weights, mistakes }).toEqual({ weights: [-2, 2, 1], mistakes: 10 });
  });

  it('a learning rate of ¼ from zero ends at a quarter of the weights after the same 18 mistakes', () =>
    expect(learn(corners, tasks.and, { learningRate: 0.25 })).toEqual({
      end: 'at rest',
      mistakes: 18,
      passes: 9,
      weights: [-1, 0.75, 0.5],
    }));

  it('from other weights the learning rate changes the mistakes', () => {
    const [slow, plain] = [0.25, 1].map((learningRate) =>
      learn(corners, tasks.and, { learningRate, start: [1, -1, 0] }),
    );
    expect(slow.mistakes).not.toBe(plain.mistakes);
  });

  it('with −1 and +1 for the bits, AND takes a single mistake', () =>
    expect(
      learn(
        corners.map((x) => x.map((bit) => 2 * bit - 1)),
        tasks.and,
      ),
    ).toMatchObject({
      end: 'at rest',
      mistakes: 1,
    }));
});

describe('Minsky and Papert’s order of parity, on three bits', () => {
  const bits = cube(3);
  const parity = bits.map((x) => (x.reduce((a, b) => a + b) % 2 === 1 ? 1 : -1));
  const pairs = bits.map(([a, b, c]) => [a, b, c, a * b, a * c, b * c]);

  // Any detector of two bits is a weighted sum of 1, both bits and their product.
  it('cannot be told by detectors that look at two bits', () =>
    expect(learn(pairs, parity).end).toBe('cycles'));

  it('can be told when one detector looks at all three', () =>
    expect(
      learn(
        pairs.map((x, i) => [...x, bits[i][0] * bits[i][1] * bits[i][2]]),
        parity,
      ).end,
    ).toBe('at rest'));
});
