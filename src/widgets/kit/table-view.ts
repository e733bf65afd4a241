/** Numbers as a table that scrolls under its head and can be copied as comma-separated values. */

import { button } from './controls.ts';
import { html, setText } from './dom.ts';
import type { Part } from './fold.ts';
import { iconOf } from './icon.ts';
import { formatNumber } from './number-format.ts';
import { escaped } from './series.ts';

export type Cell = number | string;

export interface TableSpec {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Cell[])[];
}

/** More rows than this make a page slow and help no reader; the copy holds all. */
const mostRows = 400;

const cellText = (cell: Cell): string => (typeof cell === 'number' ? formatNumber(cell, 4) : cell);

export function tableMarkup({ caption, columns, rows }: TableSpec): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .slice(0, mostRows)
    .map(([first, ...rest]) => {
      const cells = rest.map((cell) => `<td>${escaped(cellText(cell))}</td>`).join('');
      return `<tr><th scope="row">${escaped(cellText(first))}</th>${cells}</tr>`;
    })
    .join('');
  const none = rows.length === 0 ? `<tr><td colspan="${columns.length}">No values yet.</td></tr>` : '';
  return (
    `<table class="numbers"><caption class="unseen">${escaped(caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${body}${none}</tbody></table>`
  );
}

/** Numbers in full, as programs read them; text that could be taken apart or for a formula in quotes. */
export function csvText({ columns, rows }: TableSpec): string {
  const quoted = (cell: Cell) => {
    if (typeof cell === 'number') return Number.isNaN(cell) ? '' : String(cell);
    return /^[\w .()²]*$/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`;
  };
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

export function tableView(): Part<TableSpec> {
  let latest: TableSpec | undefined;
  const region = html('div', { class: 'table-region', role: 'region', tabindex: 0 });
  const status = html('span', { role: 'status', class: 'table-status' });
  const cut = html('p', { class: 'table-status', hidden: true });
  const copy = button(
    'Copy as CSV',
    async () => {
      if (!latest) return;
      try {
        await navigator.clipboard.writeText(csvText(latest));
        setText(status, `${latest.rows.length} rows copied.`);
      } catch {
        setText(status, 'The browser did not allow copying. Select the table and copy it instead.');
      }
    },
    iconOf('copy'),
  );
  const tools = html('div', { class: 'table-tools' }, copy, status);
  return {
    element: html('div', { class: 'table-view' }, region, cut, tools),
    render(spec) {
      if (spec === latest) return;
      latest = spec;
      region.setAttribute('aria-label', `Table: ${spec.caption}`);
      region.innerHTML = tableMarkup(spec);
      cut.hidden = spec.rows.length <= mostRows;
      setText(cut, `The first ${mostRows} of ${spec.rows.length} rows; the copy holds all.`);
      setText(status, '');
    },
  };
}
