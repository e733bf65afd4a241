import { apply, type Op, type Result, type Value } from '../value.ts';
import { expectTypes } from './elementwise.ts';
import { greater } from './greater.ts';
import { mul } from './mul.ts';
import { where } from './where.ts';

const slopeOf = ({ alpha }: Result['attributes']) => (alpha as { readonly float: number }).float;

/** Leaky rectified linear unit: x where x > 0, a small multiple αx elsewhere, so that no unit goes silent. [maas-2013] */
export const LeakyRelu: Op = {
  name: 'LeakyRelu',
  type(inputs) {
    expectTypes('LeakyRelu', inputs, ['float32']);
    return { dtype: 'float32', shape: inputs[0].shape };
  },
  evaluate: ([x], { shape, attributes }) => ({
    shape,
    data: x.data.map((one) => (one > 0 ? one : slopeOf(attributes) * one)),
  }),
  // At x = 0, where no derivative exists, the slope of the left side is used.
  gradient: (dy, { inputs: [x], attributes }) => [where(greater(x, 0), dy, mul(slopeOf(attributes), dy))],
};

/** @param slope α, the slope below 0; 0.01 unless given, PyTorch's default (Keras takes 0.3) */
export const leakyRelu = (x: Value, slope = 0.01): Result =>
  apply(LeakyRelu, [x], { alpha: { float: slope } });
