import { describe, expect, it } from 'vitest';
import { matmul, reduceMax } from '../../src/graph/ops/index.ts';
import { print } from '../../src/graph/print.ts';
import { constant, graph, input } from '../../src/graph/value.ts';
import { squaredError } from '../../src/trainer/losses/squared-error.ts';
import { sgd } from '../../src/trainer/optimizers/sgd.ts';
import { trainingStep } from '../../src/trainer/step.ts';

describe('print', () => {
  it('shows a whole training step: forward, backward and update', () => {
    const x = input('x', [4, 1]);
    const target = input('target', [4, 1]);
    const weight = input('weight', [1, 1]);
    const step = trainingStep({
      name: 'one weight',
      batch: [x, target],
      parameters: [weight],
      loss: squaredError(matmul(x, weight), target),
      optimizer: sgd(),
    });
    expect(print(step)).toMatchInlineSnapshot(`
      "input  x float32[4, 1]
      input  target float32[4, 1]
      input  learningRate float32[]
      input  weight float32[1, 1]
      v1 [4, 1] = MatMul(x, weight)
      v2 [4, 1] = Sub(v1, target)
      v3 [4, 1] = Mul(v2, v2)
      v4 [4, 1] = ReduceSum(v3, [1])
      v5 [1, 1] = ReduceSum(v4, [0, 1])
      v6 [] = Reshape(v5, [])
      v7 [] = Div(v6, 4)
      loss [] = Mul(0.5, v7)
      v8 [1, 4] = Transpose(x) {perm=[1,0]}
      v9 [] = Mul(1, 0.5)
      v10 [] = Div(v9, 4)
      v11 [1, 1] = Reshape(v10, [1, 1])
      v12 [4, 1] = Expand(v11, [4, 1])
      v13 [4, 1] = Expand(v12, [4, 1])
      v14 [4, 1] = Mul(v13, v2)
      v15 [4, 1] = Mul(v13, v2)
      v16 [4, 1] = Add(v14, v15)
      v17 [1, 1] = MatMul(v8, v16)
      v18 [1, 1] = Mul(learningRate, v17)
      weight.next [1, 1] = Sub(weight, v18)
      output loss = loss
      output weight.next = weight.next"
    `);
  });

  it('shows attributes, short constants as lists and long ones by their length', () => {
    const x = input('x', [2, 9]);
    const long = constant(new Array<number>(9).fill(1), 'float32', [9, 1]);
    expect(print(graph('g', { y: reduceMax(matmul(x, long), [0]), list: constant([1, 2]) }))).toBe(
      [
        'input  x float32[2, 9]',
        'v1 [2, 1] = MatMul(x, [… 9 numbers])',
        'y [1, 1] = ReduceMax(v1) {axes=[0]}',
        'output y = y',
        'output list = [1, 2]',
      ].join('\n'),
    );
  });
});
