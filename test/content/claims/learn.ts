/** Runs a learning rule of the trainer over points of any dimension, as the numbers in the entries were found. */

import { evaluate } from '../../../src/graph/evaluate.ts';
import { perceptronRule } from '../../../src/trainer/rules/perceptron-rule.ts';
import type { LearningRule } from '../../../src/trainer/rules/rule.ts';
import { ruleStep } from '../../../src/trainer/rules/step.ts';

export interface Outcome {
  /** "at rest": a pass changed nothing; "cycles": the weights are back where an earlier pass left them. */
  readonly end: 'at rest' | 'cycles' | 'moving';
  /** Bias, then weights. */
  readonly weights: readonly number[];
  readonly mistakes: number;
  /** Passes through all points, the last one included. */
  readonly passes: number;
}

/**
 * @param points all of one dimension
 * @param labels −1 or +1, one for each point
 * @param start  bias, then weights; zero if left out
 */
export function learn(
  points: readonly (readonly number[])[],
  labels: readonly number[],
  {
    rule = perceptronRule,
    learningRate = 1,
    start = [0, ...points[0].map(() => 0)],
    passes = 1000,
  }: {
    readonly rule?: LearningRule;
    readonly learningRate?: number;
    readonly start?: readonly number[];
    readonly passes?: number;
  } = {},
): Outcome {
  const step = ruleStep('claim', rule, points[0].length);
  let weights = start;
  let mistakes = 0;
  const seen = new Set([String(weights)]);
  for (let pass = 1; pass <= passes; pass++) {
    let moved = false;
    points.forEach((x, i) => {
      const [bias, ...rest] = weights;
      const fed = { x, target: [labels[i]], learningRate: [learningRate], bias: [bias], weights: rest };
      const next = evaluate(step, fed);
      mistakes += next.loss.data[0];
      const updated = [next['bias.next'].data[0], ...next['weights.next'].data];
      moved ||= updated.some((weight, k) => weight !== weights[k]);
      weights = updated;
    });
    if (!moved) return { end: 'at rest', weights, mistakes, passes: pass };
    if (seen.has(String(weights))) return { end: 'cycles', weights, mistakes, passes: pass };
    seen.add(String(weights));
  }
  return { end: 'moving', weights, mistakes, passes };
}

/** The 2ⁿ corners of the unit cube, (0, …, 0) first and the last coordinate changing fastest. */
export const cube = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, i) => Array.from({ length: n }, (_, k) => (i >> (n - 1 - k)) & 1));

/** All ways to label `count` points with −1 and +1. */
export const labellings = (count: number): number[][] =>
  cube(count).map((bits) => bits.map((bit) => 2 * bit - 1));

export const tasks = { and: [-1, -1, -1, 1], or: [-1, 1, 1, 1], xor: [-1, 1, 1, -1] } as const;

/** All orders of the items. */
export const orders = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first) => orders(items.filter((one) => one !== first)).map((rest) => [first, ...rest]));

/** w·x + b */
export const sum = ([bias, ...weights]: readonly number[], x: readonly number[]): number =>
  weights.reduce((total, weight, i) => total + weight * x[i], bias);
