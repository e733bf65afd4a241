import { forEachIndex, resolveAxis, sizeOf, stridesOf } from '../shape.ts';
import { apply, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { expectTypes } from './elementwise.ts';
import { mul } from './mul.ts';
import { reduceSum } from './reduce-sum.ts';
import { sub } from './sub.ts';

/**
 * Softmax along one axis: yᵢ = eˣⁱ / Σⱼ eˣʲ, all positive with sum 1.        [goodfellow-2016, §6.2.2.3]
 *
 * Its derivative ∂yᵢ/∂xⱼ = yᵢ (δᵢⱼ − yⱼ) makes the gradient y ⊙ (dy − Σ dy ⊙ y).
 */
export const Softmax: Op = {
  name: 'Softmax',
  type(inputs) {
    expectTypes('Softmax', inputs, ['float32']);
    return { dtype: 'float32', shape: inputs[0].shape };
  },
  evaluate([x], { shape, attributes }): Tensor {
    const axis = attributes.axis as number;
    const stride = stridesOf(shape)[axis];
    const data = new Float64Array(sizeOf(shape));
    const lines = shape.map((length, i) => (i === axis ? 1 : length));
    forEachIndex(lines, [stridesOf(shape)], (_, [start]) => {
      let largest = Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (let i = 0; i < shape[axis]; i++) largest = Math.max(largest, x.data[start + i * stride]);
      // Taking the largest away changes no ratio and keeps exp from overflowing.
      for (let i = 0; i < shape[axis]; i++) sum += Math.exp(x.data[start + i * stride] - largest);
      for (let i = 0; i < shape[axis]; i++)
        data[start + i * stride] = Math.exp(x.data[start + i * stride] - largest) / sum;
    });
    return { shape, data };
  },
  gradient(dy, y) {
    const mean = reduceSum(mul(dy, y), [y.attributes.axis as number]);
    return [mul(y, sub(dy, mean))];
  },
};

/** @param axis the last one unless given */
export const softmax = (x: Value, axis = -1): Result =>
  apply(Softmax, [x], { axis: resolveAxis('Softmax', axis, x.shape.length) });
