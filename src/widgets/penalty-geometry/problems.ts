/** The data on which two weights are learned, and their loss as a graph. */

import type { Examples } from '../../datasets/dataset.ts';
import { twoInputs } from '../../datasets/two-inputs.ts';
import { matmul, mul, reduceMean, sub, transpose } from '../../graph/ops/index.ts';
import { type Graph, graph, type Input, input, type Value } from '../../graph/value.ts';
import { random } from '../../trainer/initializers/random.ts';

export type Pair = readonly [number, number];

export const count = 32;
const seed = 3;

interface Problem {
  readonly title: string;
  readonly about: string;
  readonly examples: Examples;
}
const problem = (title: string, about: string, settings: Parameters<typeof twoInputs>[1]): Problem => ({
  title,
  about,
  examples: twoInputs(count, settings, random(seed)),
});

export const problems = {
  unlike: problem('Independent', 'uncorrelated inputs of the same size', { weights: [1.3, 0.5] }),
  alike: problem('Alike', 'inputs with a correlation of 0.9', { weights: [1, 0.5], resemblance: 0.9 }),
  unequal: problem('Unequal', 'uncorrelated inputs, the second a quarter as large as the first', {
    weights: [1.2, 0.3],
    unit: 0.25,
  }),
} as const satisfies Readonly<Record<string, Problem>>;
export type ProblemName = keyof typeof problems;
export const problemNames = Object.keys(problems) as ProblemName[];

/** What a graph is fed of all examples. */
export const allOf = (name: ProblemName) => {
  const { x, target } = problems[name].examples;
  return { x, target };
};

export interface Losses {
  readonly batch: readonly [x: Input, target: Input];
  /** Shape [M, 2]: M pairs of weights beside each other, none of which knows of the others. */
  readonly w: Input;
  /** Half the mean squared error of each pair, shape [M]. */
  readonly losses: Value;
}

/** @param size examples in a batch */
export function lossesOf(copies: number, size: number): Losses {
  const x = input('x', [size, 2]);
  const target = input('target', [size, 1]);
  const w = input('w', [copies, 2]);
  const error = sub(matmul(w, transpose(x)), transpose(target));
  return { batch: [x, target], w, losses: mul(0.5, reduceMean(mul(error, error), [1])) };
}

const built = new Map<number, Graph>();

/** The losses of M pairs of weights over all examples; built once for each M. */
export function lossesGraph(copies: number): Graph {
  const { batch, w, losses } = lossesOf(copies, count);
  const made = built.get(copies) ?? graph(`two-weights-losses-${copies}`, { loss: losses }, [...batch, w]);
  built.set(copies, made);
  return made;
}
