import { broadcastShapes, broadcastStrides, forEachIndex, formatShape, sizeOf } from '../shape.ts';
import { apply, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { expectTypes } from './elementwise.ts';
import { reshape } from './reshape.ts';
import { transpose } from './transpose.ts';

/**
 * Matrix product: Y = A B, yᵢⱼ = Σₖ aᵢₖ bₖⱼ; leading axes are batches and broadcast.
 *
 * ∂L/∂A = ∂L/∂Y · Bᵀ and ∂L/∂B = Aᵀ · ∂L/∂Y.
 */
export const MatMul: Op = {
  name: 'MatMul',
  type(inputs) {
    expectTypes('MatMul', inputs, ['float32', 'float32']);
    const [a, b] = inputs.map((x) => x.shape);
    const place = `MatMul: ${formatShape(a)} · ${formatShape(b)}`;
    if (a.length < 2 || b.length < 2) throw new RangeError(`${place}: both sides need at least two axes`);
    const [rows, inner] = a.slice(-2);
    const [other, columns] = b.slice(-2);
    if (inner !== other)
      throw new RangeError(`${place}: ${inner} columns on the left, ${other} rows on the right`);
    return {
      dtype: 'float32',
      shape: [...broadcastShapes('MatMul', [a.slice(0, -2), b.slice(0, -2)]), rows, columns],
    };
  },
  evaluate([a, b], { shape }): Tensor {
    const [rows, columns] = shape.slice(-2);
    const inner = a.shape[a.shape.length - 1];
    const batch = shape.slice(0, -2);
    const data = new Float64Array(sizeOf(shape));
    const strides = [a, b].map((x) => broadcastStrides(x.shape.slice(0, -2), batch));
    forEachIndex(batch, strides, (flat, [inA, inB]) => {
      const fromA = inA * rows * inner;
      const fromB = inB * inner * columns;
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let k = 0; k < inner; k++)
            sum += a.data[fromA + i * inner + k] * b.data[fromB + k * columns + j];
          data[(flat * rows + i) * columns + j] = sum;
        }
    });
    return { shape, data };
  },
  gradient(dy, { inputs: [a, b] }) {
    const da = matmul(dy, swapLast(b));
    // One matrix for the whole batch: a single product over all rows, not one a row to be added up.
    if (b.shape.length === 2) return [da, matmul(transpose(asRows(a)), asRows(dy))];
    return [da, matmul(swapLast(a), dy)];
  },
};

/** @throws RangeError if the inner lengths differ */
export const matmul = (a: Value, b: Value): Result => apply(MatMul, [a, b]);

/** All leading axes in one. */
const asRows = (x: Value): Value =>
  x.shape.length === 2 ? x : reshape(x, [sizeOf(x.shape.slice(0, -1)), x.shape[x.shape.length - 1]]);

/** Bᵀ on the last two axes. */
function swapLast(x: Value): Value {
  const axes = x.shape.map((_, axis) => axis);
  return transpose(x, [...axes.slice(0, -2), axes[axes.length - 1], axes[axes.length - 2]]);
}
