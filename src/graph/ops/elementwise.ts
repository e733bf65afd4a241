/** How operators that work number by number are defined: one function, a broadcast, a gradient rule. */

import { broadcastShapes, broadcastStrides, forEachIndex } from '../shape.ts';
import type { DType, Op, Tensor, Value } from '../value.ts';

interface Rule {
  readonly of: (...x: readonly number[]) => number;
  readonly gradient?: NonNullable<Op['gradient']>;
  /** Output type; 'float32' unless said otherwise. */
  readonly gives?: DType;
  /** Type each input must have; 'float32' unless said otherwise. */
  readonly takes?: readonly DType[];
}

/** An operator of `arity` inputs that broadcasts them and applies `of` to each group of numbers. */
export function elementwise(name: string, arity: number, rule: Rule): Op {
  const { of, gradient, gives = 'float32', takes = new Array<DType>(arity).fill('float32') } = rule;
  return {
    name,
    type(inputs) {
      expectTypes(name, inputs, takes);
      return {
        dtype: gives,
        shape: broadcastShapes(
          name,
          inputs.map((x) => x.shape),
        ),
      };
    },
    evaluate(inputs, { shape }): Tensor {
      const data = new Float64Array(shape.reduce((product, length) => product * length, 1));
      const strides = inputs.map((x) => broadcastStrides(x.shape, shape));
      forEachIndex(shape, strides, (flat, offsets) => {
        data[flat] = of(...inputs.map((x, which) => x.data[offsets[which]]));
      });
      return { shape, data };
    },
    ...(gradient && { gradient }),
  };
}

/** @throws RangeError if the number of inputs or a type differs from what the operator takes */
export function expectTypes(name: string, inputs: readonly Value[], takes: readonly DType[]): void {
  if (inputs.length !== takes.length)
    throw new RangeError(`${name}: takes ${takes.length} inputs, got ${inputs.length}`);
  inputs.forEach((x, which) => {
    if (x.dtype !== takes[which])
      throw new RangeError(`${name}: input ${which + 1} must be ${takes[which]}, got ${x.dtype}`);
  });
}
