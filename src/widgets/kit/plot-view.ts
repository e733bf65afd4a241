/** A plot that fits its place on the page, with a cursor that reads its values out to pointer and keyboard. */

import { bisectCenter } from 'd3-array';
import { isOn } from './axis.ts';
import { html, setAttributes, setText, svg } from './dom.ts';
import { fold, type Part } from './fold.ts';
import { legendMarkup } from './legend.ts';
import { short } from './plane.ts';
import { type PlotSpec, plotMarkup } from './plot.ts';
import { type Frame, frameOf } from './plot-frame.ts';
import { readOut, stopsOf, tableOf, valuesAt } from './plot-readout.ts';
import { seriesNumber, seriesSymbol } from './series.ts';
import { tableView } from './table-view.ts';
import { watchWidth } from './width.ts';

/** @param options.table whether the values can be opened as a table below; true unless a figure has one of its own */
export function plotView({ table = true } = {}): Part<PlotSpec> {
  let spec: PlotSpec | undefined;
  let width = 0;
  let frame: Frame;
  let stops: readonly number[] = [];
  /** Whether a reader has asked for values; until then the line below says how. */
  let asked = false;

  const drawing = html('div', { class: 'plot-place' });
  const cursor = svg('g', { class: 'plot-cursor', 'aria-hidden': 'true' });
  const input = html('input', { type: 'range', class: 'plot-input', min: 0, step: 1 });
  const legend = html('div', {});
  const words = html('p', { class: 'plot-readout', 'aria-hidden': 'true' });
  const values = fold<PlotSpec>('Values as a table', tableOfPlot());
  values.element.hidden = !table;
  const box = html('div', { class: 'plot-box' }, drawing, input);
  const element = html('div', { class: 'plot' }, box, legend, words, values.element);

  watchWidth(box, (now) => {
    width = now;
    draw();
  });
  input.addEventListener('input', () => point(input.valueAsNumber));
  input.addEventListener('focus', () => point(input.valueAsNumber));
  for (const name of ['pointermove', 'pointerdown'] as const)
    drawing.addEventListener(name, (event) => {
      if (stops.length === 0) return;
      const left = drawing.getBoundingClientRect().left;
      point(bisectCenter(stops, frame.x.invert(event.clientX - left)));
    });

  function draw(): void {
    if (!spec || width === 0) return;
    frame = frameOf(spec, width);
    drawing.innerHTML = plotMarkup(spec, width);
    drawing.firstElementChild?.append(cursor);
    legend.innerHTML =
      frame.named || spec.series.length < 2
        ? ''
        : legendMarkup(
            spec.series.map(({ name, number, as = 'line' }, i) => ({
              name,
              as,
              number: number ?? seriesNumber(i),
            })),
          );
    drawCursor();
  }

  function point(index: number): void {
    asked = true;
    input.value = String(index);
    drawCursor();
  }

  function drawCursor(): void {
    if (!spec) return;
    const at = stops[input.valueAsNumber];
    if (at === undefined) {
      setText(words, '');
      cursor.replaceChildren();
      return;
    }
    const text = readOut(spec, at);
    setAttributes(input, { 'aria-valuetext': text });
    setText(
      words,
      asked ? text : 'Point at the plot, or focus it and use the arrow keys, to read its values.',
    );
    cursor.innerHTML = asked ? cursorMarkup(spec, frame, at) : '';
  }

  return {
    element,
    render(next) {
      if (next === spec) return;
      spec = next;
      const before = input.valueAsNumber;
      const wasLast = before >= stops.length - 1;
      stops = stopsOf(next);
      setAttributes(input, { max: Math.max(0, stops.length - 1), 'aria-label': `${next.title}: values` });
      input.disabled = stops.length === 0;
      // A curve that grows is read at its end, as long as the reader has not gone elsewhere.
      input.value = String(wasLast ? stops.length - 1 : Math.min(before, stops.length - 1));
      draw();
      values.render(next);
    },
  };
}

function cursorMarkup(spec: PlotSpec, { x, y, top, bottom }: Frame, at: number): string {
  const across = short(x(at));
  const dots = spec.series.flatMap((series, i) => {
    const number = series.number ?? seriesNumber(i);
    return valuesAt(series, at)
      .filter((value) => isOn(spec.y, value) && y(value) >= top - 1 && y(value) <= bottom + 1)
      .map(
        (value) =>
          `<g class="series-${number}"><path class="plot-symbol" transform="translate(${across} ${short(y(value))})" ` +
          `d="${seriesSymbol(number, 72)}"/></g>`,
      );
  });
  return `<path class="plot-cursor-line" d="M${across} ${top}V${bottom}"/>${dots.join('')}`;
}

function tableOfPlot(): Part<PlotSpec> {
  const view = tableView();
  return { element: view.element, render: (spec) => view.render(tableOf(spec)) };
}
