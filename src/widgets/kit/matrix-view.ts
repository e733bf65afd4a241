/** A matrix with its shape and its numbers, as a table: shaded by value, single cells set apart, cells to be changed. */

import { html, setAttributes } from './dom.ts';
import type { Part } from './fold.ts';
import { type Grid, rangeOf, shadeOf } from './heatmap.ts';
import { formatNumber } from './number-format.ts';
import { escaped } from './series.ts';

export interface MatrixSpec {
  /** Such as "W" or "δ"; stands before the shape. */
  readonly name: string;
  readonly grid: Grid;
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
  /** Cells set apart, as [row, column]. */
  readonly highlights?: readonly (readonly [number, number])[];
  readonly digits?: number;
  /** Values of the strongest shades. */
  readonly range?: readonly [number, number];
}

/** More cells than this are a heatmap's work. */
export const mostCells = 400;

export function matrixMarkup(spec: MatrixSpec): string {
  const { name, grid, highlights = [], digits = 3 } = spec;
  const { rows, columns, values } = grid;
  if (rows * columns > mostCells)
    throw new RangeError(
      `matrix ${name}: ${rows} × ${columns} cells; a heatmap shows more than ${mostCells}`,
    );
  const range = rangeOf({ grid, shades: 'diverging', ...(spec.range ? { range: spec.range } : {}) });
  const isHigh = (row: number, column: number) => highlights.some(([r, c]) => r === row && c === column);
  const cell = (row: number, column: number) => {
    const value = values[row * columns + column];
    const shade = Number.isFinite(value) ? shadeOf(value, 'diverging', range) : 0;
    return (
      `<td data-row="${row}" data-column="${column}"${isHigh(row, column) ? ' data-high' : ''}>` +
      `<span class="${shade < 0 ? 'cell-less' : 'cell-more'}" style="opacity:${Math.abs(shade) * 0.45}"></span>` +
      `<span class="cell-number">${formatNumber(value, digits)}</span></td>`
    );
  };
  const line = (row: number) => {
    const head = spec.rowNames ? `<th scope="row">${escaped(spec.rowNames[row])}</th>` : '';
    return `<tr>${head}${Array.from({ length: columns }, (_, column) => cell(row, column)).join('')}</tr>`;
  };
  const heads = spec.columnNames?.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const head = heads ? `<thead><tr>${spec.rowNames ? '<td></td>' : ''}${heads}</tr></thead>` : '';
  return (
    `<table class="matrix"><caption><i>${escaped(name)}</i> <span class="matrix-shape">${rows} × ${columns}</span></caption>` +
    `${head}<tbody>${Array.from({ length: rows }, (_, row) => line(row)).join('')}</tbody></table>`
  );
}

/** @param onChange makes the cells fields in which numbers can be typed */
export function matrixView(
  onChange?: (row: number, column: number, value: number) => void,
): Part<MatrixSpec> {
  let inputs: HTMLInputElement[] = [];
  let latest: MatrixSpec | undefined;
  const element = html('div', { class: 'matrix-region', role: 'region', tabindex: 0 });
  const isSame = (a: MatrixSpec, b: MatrixSpec) =>
    a.grid.rows === b.grid.rows && a.grid.columns === b.grid.columns && a.highlights === b.highlights;

  function makeInputs({ name, grid }: MatrixSpec): void {
    inputs = [...element.querySelectorAll<HTMLTableCellElement>('td[data-row]')].map((cell, i) => {
      const [row, column] = [Math.floor(i / grid.columns), i % grid.columns];
      const label = `${name}, row ${row + 1}, column ${column + 1}`;
      const input = html('input', { type: 'number', step: 'any', 'aria-label': label });
      input.addEventListener('change', () => {
        const value = input.valueAsNumber;
        if (Number.isFinite(value)) onChange?.(row, column, value);
        else showInputs();
      });
      cell.querySelector('.cell-number')?.replaceWith(input);
      return input;
    });
  }
  function showInputs(): void {
    if (!latest) return;
    const { grid, range } = latest;
    const ends = rangeOf({ grid, shades: 'diverging', ...(range ? { range } : {}) });
    for (const [i, input] of inputs.entries()) {
      input.value = String(Number(grid.values[i].toPrecision(4)));
      const shade = shadeOf(grid.values[i], 'diverging', ends);
      const ground = input.previousElementSibling as HTMLElement;
      ground.className = shade < 0 ? 'cell-less' : 'cell-more';
      ground.style.opacity = String(Math.abs(shade) * 0.45);
    }
  }

  return {
    element,
    render(next) {
      if (next === latest) return;
      const keeps = onChange && latest && isSame(latest, next);
      latest = next;
      setAttributes(element, {
        'aria-label': `Matrix ${next.name}, ${next.grid.rows} × ${next.grid.columns}`,
      });
      // Fields stay where they are, so that the one with the focus keeps it.
      if (!keeps) {
        element.innerHTML = matrixMarkup(next);
        if (onChange) makeInputs(next);
      }
      if (onChange) showInputs();
    },
  };
}
