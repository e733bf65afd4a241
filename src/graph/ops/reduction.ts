/** What reductions share: which axes go, which stay, and in what order numbers are gathered. */

import { forEachIndex, resolveAxis, sizeOf, stridesOf } from '../shape.ts';
import type { Shape, Tensor } from '../value.ts';

/** The shape with the reduced axes kept at length 1. */
export function reducedShape(operator: string, shape: Shape, axes: readonly number[]): number[] {
  const gone = new Set(axes.map((axis) => resolveAxis(operator, axis, shape.length)));
  return shape.map((length, axis) => (gone.has(axis) ? 1 : length));
}

/** Folds every number into the output cell it belongs to, in row-major order. */
export function fold(
  x: Tensor,
  shape: Shape,
  start: number,
  combine: (total: number, one: number) => number,
): Tensor {
  const data = new Float64Array(sizeOf(shape)).fill(start);
  const strides = stridesOf(shape).map((stride, axis) => (shape[axis] === 1 ? 0 : stride));
  forEachIndex(x.shape, [strides], (flat, [to]) => {
    data[to] = combine(data[to], x.data[flat]);
  });
  return { shape, data };
}

/** Every axis of a shape, which is what a reduction without axes reduces. */
export const allAxes = (shape: Shape): number[] => shape.map((_, axis) => axis);
