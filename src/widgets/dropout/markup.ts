/** The picture, the hidden units and the answers as text: the same at build time and in the page. */

import { digitSide } from '../kit/digit-pixels.ts';
import { heatmapMarkup } from '../kit/heatmap.ts';
import { formatNumber } from '../kit/number-format.ts';
import { escaped } from '../kit/series.ts';
import { likeliest } from './masks.ts';
import { masksText, pictureText, probability, unitsKept } from './sentences.ts';
import type { Answers, State } from './state.ts';

/** Hidden units stand in rows of so many. */
const columns = 16;

/** What the network is shown, what its units hand on under the mask, and what they hand on afterwards. */
export function unitsMarkup(id: string, state: State, picture: ArrayLike<number>, answers: Answers): string {
  const { masks, settings } = state;
  const { rate, convention, removed } = settings;
  const inverted = convention === 'inverted';
  const ranked = answers.order.map((unit) => answers.units[unit]);
  const scale = { sampled: inverted ? 1 / (1 - rate) : 1, whole: inverted ? 1 : 1 - rate };
  // The same shade is the same number under both conventions.
  const most = Math.max(...ranked) / (1 - rate) || 1;
  const isKept = answers.order.map(
    (unit, rank) => rank >= removed && answers.mask[(masks - 1) * ranked.length + unit] === 1,
  );
  const grid = (part: string, title: string, description: string, values: readonly number[]) =>
    heatmapMarkup({
      id: `${id}-${part}`,
      title,
      description,
      grid: { rows: ranked.length / columns, columns, values },
      shades: 'sequential',
      range: [0, most],
    });
  const kept = unitsKept(answers, masks, removed);
  const present = ranked.length - removed;
  const sums = [answers.handed.sampled[masks - 1], answers.handed.whole].map((one) => formatNumber(one));
  return (
    '<div class="dropout-units">' +
    `<figure class="dropout-picture">${heatmapMarkup({
      id: `${id}-picture`,
      title: pictureText(state),
      description: 'What the network is shown.',
      grid: { rows: digitSide, columns: digitSide, values: picture },
      shades: 'ink',
      range: [0, 1],
    })}<figcaption>${escaped(pictureText(state))}</figcaption></figure>` +
    `<figure>${grid(
      'sampled',
      `Hidden units under mask ${masks}`,
      'The strongest first. Crossed cells are left out; the darker a cell, the more its unit hands on.',
      ranked.map((value, rank) => (isKept[rank] ? value * scale.sampled : Number.NaN)),
    )}<figcaption>Mask ${masks}: ${kept} of ${present} units hand on ${sums[0]} in all</figcaption></figure>` +
    `<figure>${grid(
      'whole',
      'Hidden units afterwards',
      'The same units, all present but those that were taken away.',
      ranked.map((value, rank) => (rank >= removed ? value * scale.whole : Number.NaN)),
    )}<figcaption>Afterwards: ${present === ranked.length ? 'all' : 'the other'} ${present} hand on ${sums[1]}</figcaption></figure></div>`
  );
}

/** Ten digits by four answers: of this mask, of the masks so far in two ways, of the scaled network. */
export function answersMarkup({ masks }: Pick<State, 'masks'>, answers: Answers): string {
  const last = masks - 1;
  const spread = answers.spreads[last];
  const all = [
    { head: `Mask ${masks}`, series: 4, values: answers.single[last] },
    { head: 'Mean', series: 1, values: answers.means[last] },
    { head: 'Geometric mean', series: 2, values: answers.geometric[last] },
    { head: 'Scaled network', series: 3, values: answers.whole },
  ];
  const rows = answers.whole.map((_, digit) => {
    const cells = all.map(({ head, series, values }) => {
      const isBest = likeliest(values) === digit;
      return barMarkup(series, values[digit], isBest, head === 'Mean' ? spread[digit] : 0);
    });
    return `<tr><th scope="row">${digit}</th>${cells.join('')}</tr>`;
  });
  return (
    `<table class="dropout-answers"><caption>Probability of each digit, over ${masksText(masks)}; the thin line is the spread</caption>` +
    `<thead><tr><th scope="col">Digit</th>${all.map(({ head }) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table>`
  );
}

/** @param spread drawn as a line as long to both sides; 0 draws none */
function barMarkup(series: number, value: number, isBest: boolean, spread: number): string {
  const at = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 100;
  const whisker =
    spread > 0
      ? `<path class="dropout-whisker" d="M${at(value - spread)} 0.5H${at(value + spread)}" vector-effect="non-scaling-stroke"/>`
      : '';
  return (
    `<td class="series-${series}"${isBest ? ' data-marked' : ''}>` +
    '<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">' +
    `<rect class="bar-ground" width="100" height="1"/><rect class="plot-bar" width="${at(value)}" height="1"/>${whisker}</svg>` +
    `${probability(value)}</td>`
  );
}
