/** A small classifier that has one of everything: dense layers, tanh, ReLU, cross-entropy. */

import { relu, tanh } from '../../src/graph/ops/index.ts';
import { input, type Value } from '../../src/graph/value.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { xavier } from '../../src/trainer/initializers/xavier.ts';
import { dense } from '../../src/trainer/layers/dense.ts';
import { crossEntropy } from '../../src/trainer/losses/cross-entropy.ts';

const [examples, features, classes] = [12, 3, 4];

export const x = input('x', [examples, features]);
export const targets = input('targets', [examples, classes]);
export const parameters = [
  input('w1', [features, 8]),
  input('b1', [8]),
  input('w2', [8, 8]),
  input('b2', [8]),
  input('w3', [8, classes]),
  input('b3', [classes]),
];
const [w1, b1, w2, b2, w3, b3] = parameters;
export const logits: Value = dense(relu(dense(tanh(dense(x, w1, b1)), w2, b2)), w3, b3);
export const loss: Value = crossEntropy(logits, targets);

const { normal, below } = random(1);

export const batch = {
  x: Float32Array.from({ length: examples * features }, normal),
  targets: Float32Array.from({ length: examples }, () => below(classes)).reduce(
    (rows, label, i) => {
      rows[i * classes + label] = 1;
      return rows;
    },
    new Float32Array(examples * classes),
  ),
};

export const initial: Readonly<Record<string, Float32Array>> = Object.fromEntries(
  parameters.map(({ name, shape }) => [
    name,
    shape.length === 2 ? xavier(shape, random(2)) : new Float32Array(shape[0]).fill(0.1),
  ]),
);
