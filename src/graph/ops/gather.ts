import { formatShape, sizeOf } from '../shape.ts';
import { apply, constant, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { cast } from './cast.ts';
import { equal } from './equal.ts';
import { matmul } from './matmul.ts';
import { reshape } from './reshape.ts';

/** Picks rows by number: row i of the output is row `indices[i]` of the table. */
export const Gather: Op = {
  name: 'Gather',
  type([table, indices]) {
    const rows = table.shape[0];
    if (table.shape.length < 2 || indices.shape.length !== 1 || indices.dtype !== 'int64')
      throw new RangeError(
        `Gather: table ${formatShape(table.shape)}, indices ${indices.dtype}${formatShape(indices.shape)}: takes a table of rows and a list of int64`,
      );
    if (indices.kind === 'constant' && indices.data.some((row) => row < 0 || row >= rows))
      throw new RangeError(`Gather: ${formatShape(indices.data)}: the table has rows 0 to ${rows - 1}`);
    return { dtype: table.dtype, shape: [indices.shape[0], ...table.shape.slice(1)] };
  },
  evaluate([table, indices], { shape }): Tensor {
    const width = sizeOf(shape.slice(1));
    const data = new Float64Array(sizeOf(shape));
    indices.data.forEach((row, i) => {
      data.set(table.data.subarray(row * width, (row + 1) * width), i * width);
    });
    return { shape, data };
  },
  // A row that was picked twice gets both gradients: the product with the one-hot matrix adds them up.
  gradient(dy, { inputs: [table, indices] }) {
    const rows = Array.from({ length: table.shape[0] }, (_, row) => row);
    const picked = equal(constant(rows, 'float32', [rows.length, 1]), cast(indices, 'float32'));
    const width = sizeOf(table.shape.slice(1));
    const sum = matmul(cast(picked, 'float32'), reshape(dy, [indices.shape[0], width]));
    return [reshape(sum, table.shape), null];
  },
};

/**
 * @param table   shape [rows, …]
 * @param indices a list of whole numbers, or an int64 value of shape [N]
 */
export const gather = (table: Value, indices: Value | readonly number[]): Result =>
  apply(Gather, [table, Array.isArray(indices) ? constant(indices, 'int64') : (indices as Value)]);
