/** The timeline as SVG text: axis, winters with their uncertain borders, and a symbol for each event. */

import { short } from '../kit/plane.ts';
import { escaped, seriesSymbol } from '../kit/series.ts';
import { dateText, events, type LaneName, laneNames, lanes, type Winter, winters } from './events.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Placed, placed, rowsOf, span } from './layout.ts';
import type { State } from './model.ts';

export const places = placed(events);
const rows = rowsOf(places);

const ticks = [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020];

export interface ChartOptions {
  /** Unique in the page. */
  readonly id: string;
  readonly width: number;
  readonly state: State;
  /** Whether the reader can walk it; otherwise it is a picture. */
  readonly live: boolean;
}

export function chartMarkup({ id, width, state, live }: ChartOptions): string {
  const frame = frameOf(width, rows);
  const marks = places.filter(({ lane }) => state.shown.includes(lane));
  const ground = groundMarkup(id, frame);
  const size = `viewBox="0 0 ${short(frame.width)} ${short(frame.height)}"`;
  if (!live) {
    const description =
      `${events.length} events from 1943 to ${dateText(events[events.length - 1])} in ${laneNames.length} lanes: ` +
      `${laneNames.map((name) => lanes[name].title.toLowerCase()).join(', ')}. ` +
      `${winters.map(({ name, from, to }) => `${name}: ${from} to ${to}`).join('. ')}. A list of the events follows.`;
    return (
      `<svg class="timeline-chart" ${size} role="img" aria-labelledby="${id}-title ${id}-text">` +
      `<title id="${id}-title">A timeline with two winters</title><desc id="${id}-text">${description}</desc>` +
      `${ground}${marks.map((one) => `<g class="timeline-mark series-${lanes[one.lane].number}" ${translated(frame, one)}>${symbolOf(one, frame)}</g>`).join('')}</svg>`
    );
  }
  const options = marks.map((one) => optionMarkup(frame, one, state)).join('');
  return (
    `<svg class="timeline-chart" ${size} height="${short(frame.height)}"><g aria-hidden="true">${ground}</g>` +
    `<path class="timeline-line" aria-hidden="true"/>` +
    `<g role="listbox" aria-label="Events by date" aria-orientation="${frame.tall ? 'vertical' : 'horizontal'}">${options}</g></svg>`
  );
}

/** The line from the selected event to the axis. */
export function lineOf(width: number, event: string): string {
  const frame = frameOf(width, rows);
  const one = places.find((place) => place.event.id === event);
  if (!one) return '';
  const at = short(frame.along(one.year));
  return frame.tall
    ? `M${short(frame.lanesFrom)} ${at}H${short(frame.lanesTo)}`
    : `M${at} ${short(frame.lanesFrom)}V${short(frame.lanesTo)}`;
}

function optionMarkup(frame: Frame, one: Placed, state: State): string {
  const { id, title } = one.event;
  const selected = id === state.event;
  return (
    `<g class="timeline-mark series-${lanes[one.lane].number}" role="option" data-event="${id}" ` +
    `aria-selected="${selected}" tabindex="${selected ? 0 : -1}" ` +
    `aria-label="${escaped(`${dateText(one.event)}: ${title}`)}" ${translated(frame, one)}>` +
    `<circle class="timeline-ring" r="${frame.ring}"/>${symbolOf(one, frame)}</g>`
  );
}

const symbolOf = ({ lane }: Placed, { tall }: Frame): string =>
  `<path class="plot-symbol" d="${seriesSymbol(lanes[lane].number, tall ? 58 : 84)}"/>`;

function translated(frame: Frame, { lane, row, year }: Placed): string {
  const [along, across] = [short(frame.along(year)), short(frame.across(lane, row))];
  return `transform="translate(${frame.tall ? `${across} ${along}` : `${along} ${across}`})"`;
}

function groundMarkup(id: string, frame: Frame): string {
  const grid = ticks
    .map((year) => {
      const at = short(frame.along(year));
      return frame.tall
        ? `<path d="M${short(frame.lanesFrom)} ${at}H${short(frame.lanesTo)}"/><text x="${short(frame.lanesFrom - 5)}" y="${at}" dy="0.35em" text-anchor="end">${year}</text>`
        : `<path d="M${at} ${short(frame.lanesFrom)}V${short(frame.lanesTo)}"/><text x="${at}" y="${short(frame.height - 8)}" text-anchor="middle">${year}</text>`;
    })
    .join('');
  const titles = laneNames
    .map((name) => {
      const { x, y, text } = frame.titleOf(name);
      const base = frame.tall ? '' : baseOf(frame, name);
      return `${base}<text class="timeline-lane-title" x="${short(x)}" y="${short(y)}">${text}</text>`;
    })
    .join('');
  return (
    `${winters.map((winter) => winterMarkup(`${id}-${winter.id}`, winter, frame)).join('')}` +
    `<g class="timeline-grid">${grid}</g>${titles}`
  );
}

/** What the events of a lane stand on. */
function baseOf(frame: Frame, lane: LaneName): string {
  const y = short(frame.across(lane, 0) + frame.ring + 1);
  return `<path class="timeline-base" d="M${short(frame.along(span.from))} ${y}H${short(frame.along(span.to))}"/>`;
}

/** Full where most see it; fading towards the widest claims. */
function winterMarkup(id: string, winter: Winter, frame: Frame): string {
  const [earliest, from, to, latest] = [
    winter.earliest,
    winter.from,
    // The last year is a part of the winter to its end.
    winter.to + 1,
    winter.latest + 1,
  ].map((year) => frame.along(year));
  const box = (start: number, end: number, fill: string) => {
    const [length, across] = [short(end - start), short(frame.lanesTo - frame.lanesFrom)];
    return frame.tall
      ? `<rect ${fill} x="${short(frame.lanesFrom)}" y="${short(start)}" width="${across}" height="${length}"/>`
      : `<rect ${fill} x="${short(start)}" y="${short(frame.lanesFrom)}" width="${length}" height="${across}"/>`;
  };
  const fade = (name: string, [start, end]: readonly [number, number]) =>
    `<linearGradient id="${id}-${name}" x1="0" y1="0" ${frame.tall ? 'x2="0" y2="1"' : 'x2="1" y2="0"'}>` +
    `<stop class="timeline-cold" offset="0" stop-opacity="${start}"/><stop class="timeline-cold" offset="1" stop-opacity="${end}"/></linearGradient>`;
  const middle = short((from + to) / 2);
  const title = frame.tall
    ? `<text class="timeline-season" transform="translate(12 ${middle}) rotate(-90)" text-anchor="middle">${winter.name}</text>`
    : `<text class="timeline-season" x="${middle}" y="16" text-anchor="middle">${winter.name}</text>`;
  return (
    `<defs>${fade('before', [0, 0.8])}${fade('after', [0.8, 0])}</defs>` +
    box(earliest, from, `fill="url(#${id}-before)"`) +
    box(from, to, 'class="timeline-core"') +
    box(to, latest, `fill="url(#${id}-after)"`) +
    title
  );
}
