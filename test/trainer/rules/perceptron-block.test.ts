import { describe, expect, it } from 'vitest';
import { separable } from '../../../src/datasets/separable.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { perceptronBlock } from '../../../src/trainer/rules/perceptron-block.ts';
import { perceptronRule } from '../../../src/trainer/rules/perceptron-rule.ts';
import { ruleStep } from '../../../src/trainer/rules/step.ts';

const count = 64;
const points = separable(count, 0.02, random(5));

/** Places of the mistakes and the weights after each, one example at a time. */
function oneByOne() {
  const step = ruleStep('one', perceptronRule, 2);
  const trail: number[][] = [];
  let [weights, bias]: ArrayLike<number>[] = [[0, 0], [0]];
  for (let i = 0; i < count; i++) {
    const x = points.x.slice(2 * i, 2 * i + 2);
    const out = evaluate(step, { x, target: [points.target[i]], learningRate: [1], weights, bias });
    [weights, bias] = [out['weights.next'].data, out['bias.next'].data];
    if (out.loss.data[0] === 1) trail.push([i, bias[0], weights[0], weights[1]]);
  }
  return trail;
}

describe('perceptronBlock', () => {
  it('finds the mistakes of the rule and makes its updates, a run for each', () => {
    const block = perceptronBlock('block', count, 2);
    const trail: number[][] = [];
    let [weights, bias]: ArrayLike<number>[] = [[0, 0], [0]];
    for (let from = 0; from < count; ) {
      const { x, target } = points;
      const out = evaluate(block, { x, target, from: [from], learningRate: [1], weights, bias });
      [weights, bias] = [out['weights.next'].data, out['bias.next'].data];
      const first = out.first.data[0];
      if (first < count) trail.push([first, bias[0], weights[0], weights[1]]);
      from = first + 1;
    }
    expect(trail.length).toBeGreaterThan(5);
    expect(trail).toEqual(oneByOne());
  });
  it('leaves the weights alone where no mistake is left, and says so by the count', () => {
    const block = perceptronBlock('block', 2, 2);
    const feeds = { x: [1, 0, 0, 1], target: [1, 1], learningRate: [1], weights: [1, -1], bias: [0] };
    expect(evaluate(block, { ...feeds, from: [0] }).first.data[0]).toBe(1);
    const rest = evaluate(block, { ...feeds, from: [2] });
    expect(rest.first.data[0]).toBe(2);
    expect([...rest['weights.next'].data, ...rest['bias.next'].data]).toEqual([1, -1, 0]);
  });
});
