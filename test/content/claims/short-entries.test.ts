/** The numbers of the entries without a figure, computed again. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../support/source-files.ts';

const text = (slug: string): string => readFileSync(join(root, 'content/entries', `${slug}.mdx`), 'utf8');
const metric = (model: string): number =>
  JSON.parse(readFileSync(join(root, 'models', model, 'card.json'), 'utf8')).metrics['held-out accuracy'];

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const slopeOfSigmoid = (z: number): number => sigmoid(z) * (1 - sigmoid(z));
const slopeOfTanh = (z: number): number => 1 - Math.tanh(z) ** 2;
const rounded = (value: number, digits: number): string => value.toFixed(digits);

/** The entry says what the computation gives. */
const expectSaid = (slug: string, ...numbers: string[]): void => {
  for (const number of numbers) expect(text(slug)).toContain(number);
};

describe('activation functions', () => {
  it('the sigmoid is steepest at 0, with a slope of a quarter', () => {
    expect(slopeOfSigmoid(0)).toBe(0.25);
    expect(slopeOfSigmoid(0.1)).toBeLessThan(0.25);
    expect(slopeOfSigmoid(-0.1)).toBeLessThan(0.25);
    expectSaid('sigmoid', String.raw`\tfrac14`);
  });
  it('tanh is a rescaled sigmoid', () => expect(2 * sigmoid(2 * 0.7) - 1).toBeCloseTo(Math.tanh(0.7), 12));
  it('beyond 3 tanh has a slope below one hundredth', () => {
    expect(slopeOfTanh(3)).toBeLessThan(0.01);
    expectSaid('hyperbolic-tangent', 'exceeds 3', 'one hundredth');
  });
  it('at 5 both are saturated', () =>
    expectSaid(
      'saturation',
      rounded(sigmoid(5), 4),
      rounded(slopeOfSigmoid(5), 4),
      rounded(slopeOfTanh(5), 5),
    ));
  it('ten slopes of a quarter leave less than a millionth', () => {
    expect(0.25 ** 10).toBeLessThan(1e-6);
    expectSaid('vanishing-gradient', 'less than a millionth');
  });
});

describe('losses', () => {
  it('an even guess has a cross-entropy of log K', () =>
    expectSaid('cross-entropy', ...[2, 10, 1000].map((classes) => rounded(Math.log(classes), 2))));
  it('an error of 10 counts as a hundred errors of 1', () => expect(10 ** 2).toBe(100 * 1 ** 2));
  it('the mean of squared errors is the error of the mean plus the spread', () => {
    const [answers, truth] = [[0.3, 1.4, 2.2], 1.1];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const ensemble = mean(answers);
    const spread = mean(answers.map((answer) => (answer - ensemble) ** 2));
    expect((ensemble - truth) ** 2).toBeCloseTo(
      mean(answers.map((answer) => (answer - truth) ** 2)) - spread,
    );
  });
  it('one of a thousand classes is missed 99.9 % of the time by guessing, and five 99.5 %', () => {
    expectSaid(
      'top-k-error',
      `${rounded(100 * (1 - 1 / 1000), 1)} %`,
      `${rounded(100 * (1 - 5 / 1000), 1)} %`,
    );
    expectSaid('chance-level', `${rounded(100 / 1000, 1)} %`);
  });
});

describe('optimisation', () => {
  const plain = (condition: number) => (condition - 1) / (condition + 1);
  const heavyBall = (condition: number) => plain(Math.sqrt(condition));
  const stepsToATenth = (factor: number) => Math.log(10) / -Math.log(factor);
  it('at a condition number of 100 momentum needs about ten steps for a factor of ten, plain descent a hundred', () => {
    expectSaid('condition-number', rounded(plain(100), 3), rounded(heavyBall(100), 3));
    expect(Math.round(stepsToATenth(heavyBall(100)))).toBe(11);
    expect(stepsToATenth(plain(100))).toBeGreaterThan(100);
  });
  it('the first step of Adam is about the learning rate, however large the gradient', () => {
    for (const gradient of [1e-3, 1, 1e3]) {
      const mean = ((1 - 0.9) * gradient) / (1 - 0.9);
      const square = ((1 - 0.999) * gradient ** 2) / (1 - 0.999);
      expect(mean / (Math.sqrt(square) + 1e-8)).toBeCloseTo(1, 4);
    }
  });
  it('nine gradients of +0.1 and one of −0.9 cancel', () => {
    expect(9 * 0.1 - 0.9).toBeCloseTo(0, 12);
    expectSaid('rprop', '+0.1 on nine', '−0.9 on the tenth');
  });
  it('soft thresholding is the minimiser that the entry says it is', () => {
    const soft = (z: number, a: number) => Math.sign(z) * Math.max(Math.abs(z) - a, 0);
    for (const [z, a] of [
      [1.3, 0.5],
      [-0.9, 0.4],
      [0.2, 0.5],
    ]) {
      const penalised = (w: number) => 0.5 * (w - z) ** 2 + a * Math.abs(w);
      const best = soft(z, a);
      for (const other of [best - 0.01, best + 0.01])
        expect(penalised(other)).toBeGreaterThan(penalised(best));
    }
  });
});

describe('sizes', () => {
  it('two one-hot codes lie the square root of two apart', () => {
    expect(Math.hypot(1, -1)).toBe(Math.SQRT2);
    expectSaid('one-hot-encoding', String.raw`\sqrt 2`);
  });
  it("AlexNet's first dense layer has more than half of the network's parameters", () => {
    const parameters = 9216 * 4096 + 4096;
    expectSaid('weight-matrix', parameters.toLocaleString('en'));
    expect(parameters).toBeGreaterThan(60_965_224 / 2);
  });
  it('the Hessian of 60 million parameters has 3.6 quadrillion entries', () => {
    expect(60e6 ** 2).toBe(3.6e15);
    expectSaid('hessian', '3.6 quadrillion');
  });
  it("AlexNet's overlapping windows make 55 into 27, 13 and 6", () => {
    const pooled = (size: number) => Math.floor((size - 3) / 2) + 1;
    expect([55, 27, 13].map(pooled)).toEqual([27, 13, 6]);
    expectSaid('overlapping-pooling', '55 become 27, 27 become 13, 13 become 6');
  });
  it('windows of 2 × 2 make 28 into 14 and leave a quarter of the work', () => {
    expect(28 / 2).toBe(14);
    expect(1 - 14 ** 2 / 28 ** 2).toBe(0.75);
    expectSaid('pooling', 'three quarters of the work');
  });
  it('128 examples with 3 inputs and 5 units give 128 × 5', () =>
    expectSaid('forward-pass', String.raw`128 \times 5`));
});

it('XOR cannot be done by a threshold unit: at most three of four points', () => {
  const points = [
    [0, 0, -1],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, -1],
  ];
  const grid = Array.from({ length: 25 }, (_, i) => (i - 12) / 4);
  const right = grid.flatMap((w1) =>
    grid.flatMap((w2) =>
      grid.map((b) => points.filter(([x1, x2, y]) => (w1 * x1 + w2 * x2 + b > 0 ? 1 : -1) === y).length),
    ),
  );
  expect(Math.max(...right)).toBe(3);
  expectSaid('xor-problem', 'At most three of the four points');
});

it('accuracies of shipped models are those of their cards', () => {
  const percent = (model: string) => `${rounded(100 * metric(model), 2)} %`;
  expectSaid('mnist', percent('mnist-mlp'), percent('lenet-5'));
  expectSaid('multilayer-perceptron', percent('mnist-mlp'), percent('lenet-5'));
  expectSaid('lenet', percent('lenet-5'));
  expectSaid('cifar-10', percent('cifar-net'));
});
