/** A heatmap whose cells can be read out: by pointer, or by arrow keys once it has the focus. */

import { html, setAttributes, setText, svg } from './dom.ts';
import type { Part } from './fold.ts';
import { heatLegendMarkup } from './heat-legend.ts';
import { type HeatmapSpec, heatmapMarkup, rangeOf } from './heatmap.ts';
import { formatNumber } from './number-format.ts';

export interface HeatmapViewOptions {
  /** What the colours mean, above the scale; without it there is no scale. */
  readonly meaning?: string;
  /** The sentence for a cell; rows and columns count from 1 in the default. */
  readonly describe?: (row: number, column: number, value: number) => string;
  /** A click, a tap, Enter or Space on a cell. */
  readonly onChoose?: (row: number, column: number) => void;
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function heatmapView(options: HeatmapViewOptions = {}): Part<HeatmapSpec> {
  const {
    describe = (row, column, value) => `Row ${row + 1}, column ${column + 1}: ${formatNumber(value)}`,
    onChoose,
  } = options;
  let spec: HeatmapSpec | undefined;
  let at: [row: number, column: number] | null = null;
  const cursor = svg('rect', { class: 'heat-cursor', width: 1, height: 1 });
  // Two dimensions need the arrow keys for themselves, which the role tells screen readers.
  const place = html('div', { class: 'heatmap-place', tabindex: 0, role: 'application' });
  const words = html('p', { class: 'heatmap-words', role: 'status' });
  const legend = html('div', {});
  const element = html('div', { class: 'heatmap' }, place, words, legend);

  place.addEventListener('keydown', (event) => {
    if (!spec) return;
    const move = moves[event.key];
    const [row, column] = at ?? [0, 0];
    if (move) go(at ? row + move[0] : 0, at ? column + move[1] : 0);
    else if (event.key === 'Home') go(row, 0);
    else if (event.key === 'End') go(row, spec.grid.columns - 1);
    else if ((event.key === 'Enter' || event.key === ' ') && at) onChoose?.(row, column);
    else return;
    event.preventDefault();
  });
  place.addEventListener('focus', () => !at && place.matches(':focus-visible') && go(0, 0));
  for (const name of ['pointermove', 'pointerdown'] as const)
    place.addEventListener(name, (event) => {
      if (!spec) return;
      const box = place.getBoundingClientRect();
      go(
        Math.floor(((event.clientY - box.top) / box.height) * spec.grid.rows),
        Math.floor(((event.clientX - box.left) / box.width) * spec.grid.columns),
      );
    });
  place.addEventListener('click', () => at && onChoose?.(at[0], at[1]));

  function go(row: number, column: number): void {
    if (!spec) return;
    const { rows, columns } = spec.grid;
    at = [Math.min(rows - 1, Math.max(0, row)), Math.min(columns - 1, Math.max(0, column))];
    showCursor();
  }

  function showCursor(): void {
    if (!spec) return;
    if (at === null || spec.grid.values.length === 0) {
      cursor.remove();
      setText(words, '');
      return;
    }
    setAttributes(cursor, { x: at[1], y: at[0] });
    place.firstElementChild?.append(cursor);
    setText(words, describe(at[0], at[1], spec.grid.values[at[0] * spec.grid.columns + at[1]]));
  }

  return {
    element,
    render(next) {
      if (next === spec) return;
      spec = next;
      const { rows, columns } = next.grid;
      if (at && (at[0] >= rows || at[1] >= columns)) at = null;
      place.innerHTML = heatmapMarkup(next);
      place.style.aspectRatio = `${columns} / ${rows}`;
      setAttributes(place, { 'aria-label': `${next.title}, ${rows} rows and ${columns} columns` });
      if (options.meaning) legend.innerHTML = heatLegendMarkup(next.shades, rangeOf(next), options.meaning);
      showCursor();
    },
  };
}
