/** How one number of a result comes about, written out with the numbers that went into it. */

import { broadcastStrides } from '../../graph/shape.ts';
import type { Shape, Value } from '../../graph/value.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { Step } from './names.ts';

/** Numbers of a value, row-major; null until the graph has run. */
export type Read = (value: Value) => ArrayLike<number> | null;

const text = (number: number): string => {
  const short = formatNumber(number);
  return number < 0 || short.startsWith('−') ? `(${short})` : short;
};

/** @returns an equation such as "0 · 0.3 + 1 · (−0.5) = −0.5", or null for operators that only pass numbers on */
export function arithmetic({ node: { value } }: Step, cell: number, read: Read): string | null {
  const [a, b, c] = value.inputs.map((one) => (one.dtype === 'int64' ? null : read(one)));
  const result = read(value)?.[cell];
  if (!a || result === undefined) return null;
  const [first, second] = value.inputs;
  const one = (data: ArrayLike<number>, from: Value) => text(data[placeIn(from.shape, value.shape, cell)]);
  const equals = (left: string) => `${left} = ${formatNumber(result)}`;
  switch (value.op.name) {
    case 'MatMul': {
      if (!b) return null;
      const [columns, inner] = [value.shape[1], first.shape[1]];
      const [row, column] = [Math.floor(cell / columns), cell % columns];
      const terms = Array.from(
        { length: inner },
        (_, k) => `${text(a[row * inner + k])} · ${text(b[k * columns + column])}`,
      );
      return equals(terms.join(' + '));
    }
    case 'Add':
      return b && equals(`${one(a, first)} + ${one(b, second)}`);
    case 'Sub':
      return b && equals(`${one(a, first)} − ${one(b, second)}`);
    case 'Mul':
      return b && equals(`${one(a, first)} · ${one(b, second)}`);
    case 'Div':
      return b && equals(`${one(a, first)} / ${one(b, second)}`);
    case 'Tanh':
      return equals(`tanh(${formatNumber(a[cell])})`);
    case 'Relu':
      return equals(`max(0, ${formatNumber(a[cell])})`);
    case 'Greater':
      return `${formatNumber(a[cell])} ${result === 1 ? 'is' : 'is not'} greater than 0, so ${formatNumber(result)}`;
    case 'Where':
      return (
        b &&
        c &&
        `f′ is ${formatNumber(a[cell])} here, so ${formatNumber(b[cell])} ${a[cell] ? 'passes' : 'is stopped and'} gives ${formatNumber(result)}`
      );
    case 'ReduceSum':
      return equals(summands(a, first.shape, value.shape, cell).map(text).join(' + '));
    default:
      return null;
  }
}

/** Place in an operand of the number that is used for one cell of the result. */
function placeIn(operand: Shape, result: Shape, cell: number): number {
  const strides = broadcastStrides(operand, result);
  let [rest, place] = [cell, 0];
  for (let axis = result.length - 1; axis >= 0; axis--) {
    place += (rest % result[axis]) * strides[axis];
    rest = Math.floor(rest / result[axis]);
  }
  return place;
}

function summands(data: ArrayLike<number>, shape: Shape, result: Shape, cell: number): number[] {
  return Array.from(data).filter((_, i) => placeIn(result, shape, i) === cell);
}
