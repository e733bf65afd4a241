/** The activation functions that the figure compares, from the operators that train the networks. */

import {
  greater,
  leakyRelu,
  less,
  mul,
  relu,
  sigmoid,
  softplus,
  tanh,
  where,
} from '../../graph/ops/index.ts';
import { Relu } from '../../graph/ops/relu.ts';
import { apply, type Op, type Result, type Value } from '../../graph/value.ts';
import type { DeepInitializerName } from '../../recipes/deep-recipe.ts';

/** What conventions leave open. */
export interface Conventions {
  /** The derivative of ReLU at 0, where it has none. */
  readonly atZero: 0 | 0.5 | 1;
  /** α, the slope of leaky ReLU below 0. */
  readonly leak: 0.01 | 0.1 | 0.3;
}
export const usual: Conventions = { atZero: 0, leak: 0.01 };

interface Activation {
  /** As it stands in a sentence. */
  readonly name: string;
  readonly of: (z: Value, conventions: Conventions) => Result;
}

export const activations = {
  sigmoid: { name: 'sigmoid', of: (z) => sigmoid(z) },
  tanh: { name: 'tanh', of: (z) => tanh(z) },
  relu: { name: 'ReLU', of: (z, { atZero }) => (atZero === 0 ? relu(z) : apply(reluWith(atZero), [z])) },
  leaky: { name: 'leaky ReLU', of: (z, { leak }) => leakyRelu(z, leak) },
  softplus: { name: 'softplus', of: (z) => softplus(z) },
} as const satisfies Readonly<Record<string, Activation>>;
export type ActivationName = keyof typeof activations;
export const activationNames = Object.keys(activations) as ActivationName[];

/** Those with which a network was trained: its model, and the initial weights its recipe draws. */
export const networks = {
  sigmoid: { model: 'deep-sigmoid', initial: 'xavier' },
  tanh: { model: 'deep-tanh', initial: 'xavier' },
  relu: { model: 'deep-relu', initial: 'he' },
  leaky: { model: 'deep-leaky-relu', initial: 'he' },
} as const satisfies Partial<Record<ActivationName, { model: string; initial: DeepInitializerName }>>;
export type NetworkName = keyof typeof networks;
export const networkNames = Object.keys(networks) as NetworkName[];

/** The same operator in the file, with another rule for the gradient where x is exactly 0. */
const reluWith = (atZero: 0.5 | 1): Op => ({
  ...Relu,
  gradient: (dy, { inputs: [x] }) => [
    atZero === 1 ? where(less(x, 0), 0, dy) : where(greater(x, 0), dy, where(less(x, 0), 0, mul(atZero, dy))),
  ],
});
