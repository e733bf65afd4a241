/** A learning rule for one linear unit and one example, which needs no loss and no chain rule. */

import type { Value } from '../../graph/value.ts';

export interface Example {
  /** Shape [1, inputs]. */
  readonly x: Value;
  /** The wanted answer, −1 or +1, shape [1, 1]. */
  readonly target: Value;
  /** Shape [inputs, 1]. */
  readonly weights: Value;
  /** Shape [1]. */
  readonly bias: Value;
  /** Scalar, > 0. */
  readonly learningRate: Value;
}

/** What the rule makes of the example: the error it saw and the weights after it. */
export interface Update {
  /** 1 if the unit got the example wrong (a sum of exactly 0 counts as wrong), else 0; shape [1, 1]. */
  readonly mistake: Value;
  /** The weighted sum before the update, shape [1, 1]. */
  readonly sum: Value;
  readonly weights: Value;
  readonly bias: Value;
}

export type LearningRule = (example: Example) => Update;
