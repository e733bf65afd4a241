import { forEachIndex, formatShape, sizeOf, stridesOf } from '../shape.ts';
import { apply, type Constant, constant, type Op, type Result, type Tensor, type Value } from '../value.ts';
import { reduceSum } from './reduce-sum.ts';
import { reshape } from './reshape.ts';

/** Enlarges images by whole factors: every pixel becomes a block of equal pixels (nearest neighbour). */
export const Resize: Op = {
  name: 'Resize',
  type([x, , scales]) {
    const { data } = scales as Constant;
    if (x.shape.length !== 4 || data.some((scale) => !Number.isInteger(scale) || scale < 1))
      throw new RangeError(
        `Resize: ${formatShape(x.shape)} by ${formatShape(data)}: takes [N, channels, height, width] and whole factors ≥ 1`,
      );
    return { dtype: 'float32', shape: x.shape.map((length, axis) => length * data[axis]) };
  },
  evaluate([x, , scales], { shape }): Tensor {
    const [, , tall, wide] = scales.data;
    const [height, width] = shape.slice(2);
    const strides = stridesOf(x.shape);
    const data = new Float64Array(sizeOf(shape));
    forEachIndex([...shape.slice(0, 2), height, width], [[strides[0], strides[1], 0, 0]], (flat, [image]) => {
      const row = Math.floor(flat / width) % height;
      data[flat] = x.data[image + Math.floor(row / tall) * strides[2] + Math.floor((flat % width) / wide)];
    });
    return { shape, data };
  },
  gradient(dy, { inputs: [x, , scales] }) {
    const [n, channels, height, width] = x.shape;
    const [, , tall, wide] = (scales as Constant).data;
    const blocks = reshape(dy, [n, channels, height, tall, width, wide]);
    return [reshape(reduceSum(blocks, [3, 5]), x.shape), null, null];
  },
};

/** @param x shape [N, channels, height, width] @param scale [vertical, horizontal] factors */
export const enlarge = (x: Value, [tall, wide]: readonly number[]): Result =>
  // The second input, a region of interest, is used by another mode only; left empty.
  apply(Resize, [x, constant([]), constant([1, 1, tall, wide])], {
    mode: 'nearest',
    nearest_mode: 'floor',
    coordinate_transformation_mode: 'asymmetric',
  });
