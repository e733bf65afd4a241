import { describe, expect, it } from 'vitest';
import { perceptronRule } from '../../../src/trainer/rules/perceptron-rule.ts';
import { tasks, trace } from './trace.ts';

describe('perceptronRule, from zero, over the corners (0,0), (0,1), (1,0), (1,1)', () => {
  it.each([
    { task: 'and', weights: [-4, 3, 2], mistakes: 18, cleanEpoch: 9, bound: 51 },
    { task: 'or', weights: [-1, 2, 2], mistakes: 9, cleanEpoch: 6, bound: 27 },
    { task: 'nand', weights: [4, -3, -2], mistakes: 18, cleanEpoch: 9, bound: 51 },
  ] as const)(
    'learns $task in $mistakes mistakes, $weights at the end, within the bound of $bound',
    ({ task, weights, mistakes, cleanEpoch, bound }) => {
      const epochs = trace(perceptronRule, tasks[task], { epochs: 12 });
      const made = epochs.reduce((sum, epoch) => sum + epoch.mistakes, 0);
      expect(made).toBe(mistakes);
      expect(made).toBeLessThanOrEqual(bound);
      expect(epochs.findIndex((epoch) => epoch.mistakes === 0) + 1).toBe(cleanEpoch);
      expect(epochs.at(-1)?.weights.at(-1)).toEqual(weights);
    },
  );

  it('goes round in a circle on XOR: four mistakes an epoch, then back at zero', () => {
    for (const epoch of trace(perceptronRule, tasks.xor, { epochs: 5 }))
      expect(epoch).toEqual({
        mistakes: 4,
        weights: [
          [-1, 0, 0],
          [0, 0, 1],
          [1, 1, 1],
          [0, 0, 0],
        ],
      });
  });

  it('makes the same mistakes at any learning rate when it starts from zero', () => {
    const [slow, plain] = [0.25, 1].map((learningRate) =>
      trace(perceptronRule, tasks.and, { epochs: 10, learningRate }),
    );
    expect(slow.map((epoch) => epoch.mistakes)).toEqual(plain.map((epoch) => epoch.mistakes));
    expect(slow.at(-1)?.weights.at(-1)).toEqual([-1, 0.75, 0.5]);
  });
});
