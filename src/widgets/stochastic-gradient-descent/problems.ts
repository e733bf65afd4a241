/** The two models whose loss has two parameters and can be drawn whole. */

import type { Examples } from '../../datasets/dataset.ts';
import { line, lineSet, lineStart } from '../../recipes/line-fit.ts';
import { bandSet, neuron, neuronStart } from '../../recipes/one-neuron.ts';
import type { Predict } from '../../recipes/two-parameters.ts';

/** Slope and intercept. */
export type Parameters = readonly [slope: number, intercept: number];
export type Interval = readonly [from: number, to: number];

export interface Problem {
  readonly title: string;
  /** The shipped model of this network. */
  readonly model: string;
  readonly formula: string;
  readonly predict: Predict;
  readonly examples: Examples;
  readonly start: Parameters;
  /** What the landscape shows of both parameters; equally long. */
  readonly slope: Interval;
  readonly intercept: Interval;
  /** What the drawing of the data shows. */
  readonly x: Interval;
  readonly y: Interval;
  /** What the figure begins with when the problem is chosen. */
  readonly batchSize: BatchSize;
  readonly learningRate: number;
}

export const batchSizes = [1, 2, 4, 8, 16, 32, 64] as const;
export type BatchSize = (typeof batchSizes)[number];

export const problems = {
  line: {
    title: 'Line: one bowl',
    model: 'line-fit',
    formula: 'ŷ = slope · x + intercept',
    predict: line,
    examples: lineSet().training,
    start: lineStart,
    slope: [-2, 3.5],
    intercept: [-2.75, 2.75],
    x: [-0.6, 1.6],
    y: [-2.2, 2.8],
    batchSize: 4,
    learningRate: 0.2,
  },
  neuron: {
    title: 'One neuron: three valleys',
    model: 'one-neuron',
    formula: 'ŷ = tanh(slope · x + intercept)',
    predict: neuron,
    examples: bandSet().training,
    start: neuronStart,
    slope: [-6, 6],
    intercept: [-4, 8],
    x: [-3, 3],
    y: [-1.3, 1.3],
    batchSize: 8,
    learningRate: 0.5,
  },
} as const satisfies Readonly<Record<string, Problem>>;

export type ProblemName = keyof typeof problems;
export const problemNames = Object.keys(problems) as ProblemName[];
export const problemOf = (name: ProblemName): Problem => problems[name];
