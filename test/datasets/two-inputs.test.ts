import { expect, it } from 'vitest';
import { twoInputs } from '../../src/datasets/two-inputs.ts';
import { random } from '../../src/trainer/initializers/random.ts';

it('twoInputs follows its relation exactly where there is no error', () => {
  const { x, target } = twoInputs(20, { weights: [2, -1], resemblance: 0.6, unit: 0.5, noise: 0 }, random(5));
  for (let i = 0; i < 20; i++) expect(target[i]).toBeCloseTo(2 * x[2 * i] - x[2 * i + 1] / 0.5, 5);
});

it('twoInputs has the correlation and the sizes that are asked for', () => {
  const { x } = twoInputs(50, { weights: [1, 1], resemblance: 0.6, unit: 0.5 }, random(6));
  const mean = (of: (i: number) => number) =>
    Array.from({ length: 50 }, (_, i) => of(i)).reduce((sum, one) => sum + one, 0) / 50;
  expect(mean((i) => x[2 * i] ** 2)).toBeCloseTo(1, 5);
  expect(mean((i) => x[2 * i + 1] ** 2)).toBeCloseTo(0.25, 5);
  expect(mean((i) => x[2 * i] * x[2 * i + 1])).toBeCloseTo(0.6 * 0.5, 5);
});
