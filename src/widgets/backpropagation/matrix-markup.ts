/** A tensor as a small table of numbers between brackets: the same markup at build time and in the page. */

import type { Shape } from '../../graph/value.ts';
import { formatNumber } from '../kit/number-format.ts';
import { escaped } from '../kit/series.ts';

export interface MatrixSpec {
  readonly symbol: string;
  readonly shape: Shape;
  /** Null until it has been computed. */
  readonly data: ArrayLike<number> | null;
  /** Which numbers the latest change moved. */
  readonly moved?: readonly boolean[] | undefined;
  /** The number that is pressed in, if the numbers are buttons. */
  readonly chosen?: number | null;
  /** Numbers can be pressed; what that does is said in words. */
  readonly press?: string;
  /** What the rows are, if they have names. */
  readonly result?: boolean;
}

/** Rows and columns of a tensor: a list is one row, a plain number one field. */
export const rowsAndColumns = (shape: Shape): readonly [number, number] =>
  shape.length === 0 ? [1, 1] : shape.length === 1 ? [1, shape[0]] : [shape[0], shape[1]];

export const numberText = (data: ArrayLike<number> | null, index: number): string =>
  data ? formatNumber(data[index]) : '…';

/** "row 1, column 2: −0.3, moved" */
export function numberLabel({ symbol, shape, data, moved, press }: MatrixSpec, index: number): string {
  const [, columns] = rowsAndColumns(shape);
  const at = `${symbol}, row ${Math.floor(index / columns) + 1}, column ${(index % columns) + 1}`;
  return `${at}: ${numberText(data, index)}${moved?.[index] ? ', moved' : ''}${press ? `. ${press}` : ''}`;
}

export function matrixMarkup(spec: MatrixSpec): string {
  const { symbol, shape, data, moved, chosen, press, result } = spec;
  const [rows, columns] = rowsAndColumns(shape);
  const cells = Array.from({ length: rows }, (_, row) => {
    const inRow = Array.from({ length: columns }, (_, column) => {
      const index = row * columns + column;
      const text = numberText(data, index);
      const content = press
        ? `<button type="button" class="tensor-number" data-index="${index}" aria-pressed="${index === chosen}" aria-label="${escaped(numberLabel(spec, index))}">${text}</button>`
        : `<span class="tensor-number">${text}</span>`;
      return `<td${moved?.[index] ? ' data-moved' : ''}>${content}</td>`;
    });
    return `<tr>${inRow.join('')}</tr>`;
  });
  const size = shape.length === 0 ? '' : `<span class="tensor-shape">${rows} × ${columns}</span>`;
  return (
    `<table class="tensor"${result ? ' data-result' : ''}>` +
    `<caption>${escaped(symbol)} ${size}</caption><tbody>${cells.join('')}</tbody></table>`
  );
}
