/** Backpropagation: from a graph that computes a loss to the graph that computes its gradient. */

import { add } from './ops/add.ts';
import { reduceSum } from './ops/reduce-sum.ts';
import { reshape } from './ops/reshape.ts';
import { formatShape, sameShape, sizeOf } from './shape.ts';
import { constant, type Shape, topologicalOrder, type Value } from './value.ts';

/**
 * ∂loss/∂x for every x in `wrt`, as values of the same graph language (reverse mode) [linnainmaa-1976].
 *
 * The loss is walked back to front. Each operator turns ∂loss/∂output into ∂loss/∂inputs by its own
 * rule; where a value is used more than once, its gradients add up.
 *
 * @param loss a scalar, shape []
 * @returns one value per entry of `wrt`, of that entry's shape; zeros where the loss does not depend on it
 * @throws RangeError if the loss is not a scalar
 */
export function gradients(loss: Value, wrt: readonly Value[]): Value[] {
  if (loss.shape.length > 0)
    throw new RangeError(`gradients: the loss must be a scalar, its shape is ${formatShape(loss.shape)}`);
  const gradientOf = new Map<Value, Value>([[loss, constant(1)]]);
  for (const y of topologicalOrder([loss]).reverse()) {
    const dy = gradientOf.get(y);
    if (!dy || y.kind !== 'result' || !y.op.gradient) continue;
    y.op.gradient(dy, y).forEach((dx, i) => {
      if (!dx) return;
      const x = y.inputs[i];
      const contribution = sumTo(dx, x.shape);
      const previous = gradientOf.get(x);
      gradientOf.set(x, previous ? add(previous, contribution) : contribution);
    });
  }
  return wrt.map(
    (x) => gradientOf.get(x) ?? constant(new Array<number>(sizeOf(x.shape)).fill(0), 'float32', x.shape),
  );
}

/** The adjoint of broadcasting: sums over the axes along which `shape` was repeated. */
function sumTo(value: Value, shape: Shape): Value {
  if (sameShape(value.shape, shape)) return value;
  const added = value.shape.length - shape.length;
  const axes = value.shape.flatMap((length, axis) =>
    axis < added || (shape[axis - added] === 1 && length !== 1) ? [axis] : [],
  );
  const summed = axes.length > 0 ? reduceSum(value, axes) : value;
  return sameShape(summed.shape, shape) ? summed : reshape(summed, shape);
}
