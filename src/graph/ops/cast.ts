import { apply, type DType, type Op, type Result, type Value } from '../value.ts';

const codes = { float32: 1, int64: 7, bool: 9 } as const satisfies Record<DType, number>;

/** The same numbers in another type: truth becomes 1 or 0, a real loses its fraction on the way to int64. */
export const Cast: Op = {
  name: 'Cast',
  type: ([x], { to }) => ({
    dtype: (Object.keys(codes) as DType[]).find((dtype) => codes[dtype] === to) as DType,
    shape: x.shape,
  }),
  evaluate: ([x], { dtype, shape }) => ({
    shape,
    data: x.data.map((one) =>
      dtype === 'bool' ? Number(one !== 0) : dtype === 'int64' ? Math.trunc(one) : one,
    ),
  }),
  // Only a real number has neighbours to compare with.
  gradient: (dy, { dtype, inputs: [x] }) => [dtype === 'float32' && x.dtype === 'float32' ? dy : null],
};

export const cast = (x: Value, dtype: DType): Result => apply(Cast, [x], { to: codes[dtype] });
