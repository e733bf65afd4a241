import { formatShape, sameShape } from '../../graph/shape.ts';
import type { Value } from '../../graph/value.ts';

/** @throws RangeError naming the loss and both shapes, if they differ */
export function expectSameShape(loss: string, predictions: Value, targets: Value): void {
  if (!sameShape(predictions.shape, targets.shape))
    throw new RangeError(
      `${loss}: predictions ${formatShape(predictions.shape)} and targets ${formatShape(targets.shape)} must have one shape`,
    );
}
