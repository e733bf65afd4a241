/** What an optimizer is: an equation from a parameter and its gradient to the next parameter. */

import type { Shape, Value } from '../../graph/value.ts';

export type Optimizer = (now: {
  readonly parameter: Value;
  /** ∂loss/∂parameter, of the parameter's shape. */
  readonly gradient: Value;
  /** Scalar input, > 0, fed anew each step. */
  readonly learningRate: Value;
  /**
   * A tensor kept between steps, zero before the first.
   * @param role its name, unique within the optimizer
   * @param next its new value from its previous one
   * @param shape the parameter's shape unless given
   * @returns the new value
   */
  readonly carry: (role: string, next: (previous: Value) => Value, shape?: Shape) => Value;
}) => Value;
