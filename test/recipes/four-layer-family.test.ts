import { describe, expect, it } from 'vitest';
import { topologicalOrder } from '../../src/graph/value.ts';
import withRelu from '../../src/recipes/four-layer-relu.ts';
import withTanh from '../../src/recipes/four-layer-tanh.ts';
import { random } from '../../src/trainer/initializers/random.ts';

const operators = ({ build }: typeof withRelu) =>
  topologicalOrder([build(1).outputs.probability]).flatMap((one) =>
    one.kind === 'result' ? [one.op.name] : [],
  );
const count = (list: readonly string[], name: string) => list.filter((one) => one === name).length;

describe('the networks of four layers', () => {
  it('have three convolutions and one dense layer, the first pool of maxima, the others of means', () => {
    const all = operators(withRelu);
    expect(['Conv', 'MatMul', 'MaxPool', 'AveragePool'].map((name) => count(all, name))).toEqual([
      3, 1, 1, 2,
    ]);
  });

  it('differ in the activation, at the same places, and in the learning rate that suits it, and in nothing else', () => {
    expect(operators(withTanh)).toEqual(operators(withRelu).map((name) => (name === 'Relu' ? 'Tanh' : name)));
    expect(count(operators(withRelu), 'Relu')).toBe(3);
    expect(withTanh.initial(random(1))).toEqual(withRelu.initial(random(1)));
    expect(withTanh.hyperparameters).toEqual(withRelu.hyperparameters);
    expect([withTanh.epochs, withTanh.batchSize]).toEqual([withRelu.epochs, withRelu.batchSize]);
  });

  it('start from normal weights of deviation 0.0001 and 0.01', () => {
    const weights = withRelu.initial(random(1));
    const deviation = (numbers: Float32Array) =>
      Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0) / numbers.length);
    expect(deviation(weights['conv1.kernels']) / 1e-4).toBeCloseTo(1, 1);
    for (const name of ['conv2.kernels', 'conv3.kernels', 'output.weights'])
      expect(deviation(weights[name]) / 0.01).toBeCloseTo(1, 1);
  });

  it('have nothing that regularises: no penalty, no mask, the pictures as they are', () => {
    const { objective, batch, measures } = withRelu.build(2);
    expect(objective).toBeUndefined();
    expect(batch.map(({ name }) => name)).toEqual(['x', 'target']);
    expect(topologicalOrder([measures.loss]).filter((one) => one.kind === 'input')).toHaveLength(2 + 8);
  });
});
