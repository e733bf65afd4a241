import { add, mul } from '../../graph/ops/index.ts';
import type { Operand, Value } from '../../graph/value.ts';
import { hinge } from '../losses/hinge.ts';
import { l2 } from '../regularizers/l2.ts';

/**
 * What a linear support-vector machine minimises: weights as short as possible, so that the margin 1/‖w‖ is
 * wide, plus a price for every example that lies within the margin or on the wrong side.
 *
 * ½ ‖w‖² + C Σᵢ ξᵢ,  ξᵢ = max(0, 1 − yᵢ (w·xᵢ + b))        [cortes-1995]
 *
 * It is L2 and the hinge loss, so `trainingStep` descends it like any loss. The hinge has a kink, at which
 * steps of one length jump to and fro: let the learning rate fall as 1/t.
 *
 * @param scores  w·xᵢ + b of a dense unit, shape [N, 1]
 * @param targets yᵢ, each −1 or +1, shape [N, 1]
 * @param weights w, shape [inputs, 1]; the bias costs nothing
 * @param cost    C > 0; the larger, the fewer violations and the narrower the margin
 * @returns scalar, ≥ 0
 * @throws RangeError if scores and targets differ in shape
 */
export const softMargin = (scores: Value, targets: Value, weights: Value, cost: Operand): Value =>
  // The loss is a mean over the N examples, the sum N times that.
  add(l2([weights], 1), mul(cost, mul(scores.shape[0], hinge(scores, targets))));
