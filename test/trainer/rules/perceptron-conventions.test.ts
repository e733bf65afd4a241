import { describe, expect, it } from 'vitest';
import { perceptronRuleIn } from '../../../src/trainer/rules/perceptron-conventions.ts';
import { perceptronRule } from '../../../src/trainer/rules/perceptron-rule.ts';
import { tasks, trace } from './trace.ts';

const bits = (targets: readonly number[]) => targets.map((one) => (one + 1) / 2);
const mistakesOf = (epochs: ReturnType<typeof trace>) =>
  epochs.reduce((sum, { mistakes }) => sum + mistakes, 0);
const endOf = (epochs: ReturnType<typeof trace>) => epochs.at(-1)?.weights.at(-1);

describe('perceptronRuleIn', () => {
  it('with labels −1 and +1 and ties as mistakes is the perceptron rule', () => {
    const rule = perceptronRuleIn({ labels: 'signs', ties: 'mistake' });
    expect(trace(rule, tasks.and, { epochs: 9 })).toEqual(trace(perceptronRule, tasks.and, { epochs: 9 }));
  });
  it('takes the same way with labels 0 and 1', () => {
    const rule = perceptronRuleIn({ labels: 'bits', ties: 'mistake' });
    expect(trace(rule, bits(tasks.or), { epochs: 6 })).toEqual(
      trace(perceptronRule, tasks.or, { epochs: 6 }),
    );
  });
  it.each(['signs', 'bits'] as const)(
    'with ties as the lower answer learns AND in 10 mistakes, labels as %s',
    (labels) => {
      const targets = labels === 'bits' ? bits(tasks.and) : tasks.and;
      const epochs = trace(perceptronRuleIn({ labels, ties: 'lower' }), targets, { epochs: 8 });
      expect(mistakesOf(epochs)).toBe(10);
      expect(endOf(epochs)).toEqual([-2, 2, 1]);
      expect(epochs.at(-1)?.mistakes).toBe(0);
    },
  );
});
