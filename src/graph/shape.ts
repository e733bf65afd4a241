/** Arithmetic on shapes: sizes, strides and broadcasting, with errors that name the operator. */

import type { Shape } from './value.ts';

/** How many numbers a tensor of this shape holds; 1 for a scalar. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, length) => product * length, 1);

/** `[2, 3]`, as error messages and printed graphs show it. */
export const formatShape = (shape: Shape): string => `[${shape.join(', ')}]`;

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((length, axis) => length === b[axis]);

/** Row-major strides: how far apart neighbours along each axis lie in the flat data. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  for (let axis = shape.length - 1, stride = 1; axis >= 0; stride *= shape[axis--]) strides[axis] = stride;
  return strides;
}

/**
 * The shape that all given shapes broadcast to: aligned at the last axis, lengths equal or 1.
 * @throws RangeError naming the operator and the shapes that clash
 */
export function broadcastShapes(operator: string, shapes: readonly Shape[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    const lengths = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1);
    const length = Math.max(...lengths.map((one) => (one === 1 ? 0 : one))) || 1;
    if (lengths.some((one) => one !== 1 && one !== length))
      throw new RangeError(
        `${operator}: ${shapes.map(formatShape).join(' and ')} do not broadcast: axis ${axis} has lengths ${lengths.join(' and ')}`,
      );
    return length;
  });
}

/**
 * Non-negative axis number; −1 is the last axis.
 * @throws RangeError naming the operator and the rank
 */
export function resolveAxis(operator: string, axis: number, rank: number): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || resolved < 0 || resolved >= rank)
    throw new RangeError(`${operator}: axis ${axis} does not exist in a tensor of rank ${rank}`);
  return resolved;
}

/** Strides with which a tensor of `shape` is read as if it had shape `target`: 0 along broadcast axes. */
export function broadcastStrides(shape: Shape, target: Shape): number[] {
  const strides = stridesOf(shape);
  const missing = target.length - shape.length;
  return target.map((_, axis) =>
    axis < missing || shape[axis - missing] === 1 ? 0 : strides[axis - missing],
  );
}

/** Calls `visit` for every index of `shape` in row-major order, with the flat offset under each stride list. */
export function forEachIndex(
  shape: Shape,
  strides: readonly (readonly number[])[],
  visit: (flat: number, offsets: readonly number[]) => void,
): void {
  const index = new Array<number>(shape.length).fill(0);
  const offsets = strides.map(() => 0);
  const size = sizeOf(shape);
  for (let flat = 0; flat < size; flat++) {
    visit(flat, offsets);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]++;
      strides.forEach((stride, which) => {
        offsets[which] += stride[axis];
      });
      if (index[axis] < shape[axis]) break;
      strides.forEach((stride, which) => {
        offsets[which] -= stride[axis] * shape[axis];
      });
      index[axis] = 0;
    }
  }
}
