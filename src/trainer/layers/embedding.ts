import { cast, equal, matmul } from '../../graph/ops/index.ts';
import { formatShape } from '../../graph/shape.ts';
import { constant, type Value } from '../../graph/value.ts';

/**
 * Embedding: each symbol of an alphabet stands for a vector, which is learned like any other weight.
 *
 * Written as the product of the symbol's one-hot row with the table, which picks out one row of it, and
 * whose gradient adds up over the places where the symbol stood. Gather would need whole-number indices,
 * which sessions do not upload and the WebGPU provider does not make of floats, and ScatterElements,
 * which it does not list, for the gradient. The price is one multiplication for each row of the table.
 *
 * @param symbols whole numbers 0 … symbols − 1 as floats, shape [N, …, 1]; any other number gives zeros
 * @param table   shape [symbols, features]
 * @returns shape [N, …, features]
 * @throws RangeError if the last axis of `symbols` is not 1
 */
export function embedding(symbols: Value, table: Value): Value {
  if (symbols.shape.at(-1) !== 1)
    throw new RangeError(
      `embedding: one symbol a place: the last axis of ${formatShape(symbols.shape)} must be 1`,
    );
  const alphabet = Array.from({ length: table.shape[0] }, (_, symbol) => symbol);
  return matmul(cast(equal(symbols, constant(alphabet)), 'float32'), table);
}
