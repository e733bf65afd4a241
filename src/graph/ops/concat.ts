import { formatShape, resolveAxis, sizeOf } from '../shape.ts';
import { apply, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { slice } from './slice.ts';

/** Tensors one behind the other along one axis; on the other axes they must have the same length. */
export const Concat: Op = {
  name: 'Concat',
  type(inputs, attributes) {
    const [{ dtype, shape }] = inputs;
    const axis = attributes.axis as number;
    for (const { dtype: otherType, shape: other } of inputs) {
      if (otherType !== dtype) throw new RangeError(`Concat: ${dtype} and ${otherType} do not go together`);
      if (other.length !== shape.length || other.some((length, i) => i !== axis && length !== shape[i]))
        throw new RangeError(
          `Concat: ${formatShape(shape)} and ${formatShape(other)} may differ on axis ${axis} only`,
        );
    }
    const together = inputs.reduce((sum, one) => sum + one.shape[axis], 0);
    return { dtype, shape: shape.map((length, i) => (i === axis ? together : length)) };
  },
  evaluate(inputs, { shape, attributes }): Tensor {
    const axis = attributes.axis as number;
    const data = new Float64Array(sizeOf(shape));
    const rows = sizeOf(shape.slice(0, axis));
    let to = 0;
    for (let row = 0; row < rows; row++)
      for (const x of inputs) {
        const length = x.data.length / rows;
        data.set(x.data.subarray(row * length, (row + 1) * length), to);
        to += length;
      }
    return { shape, data };
  },
  // Each tensor takes back its own part.
  gradient(dy, { inputs, attributes }) {
    const axis = attributes.axis as number;
    let start = 0;
    return inputs.map((x) => {
      const part = slice(dy, [axis], [start], [start + x.shape[axis]]);
      start += x.shape[axis];
      return part;
    });
  },
};

/** @throws RangeError if there is no part, or one differs from the first on another axis */
export function concat(parts: readonly Value[], axis: number): Result {
  if (parts.length === 0) throw new RangeError('Concat: takes at least one tensor');
  return apply(Concat, parts, { axis: resolveAxis('Concat', axis, parts[0].shape.length) });
}
