/** Each layer's maps as boxes on one card or on two, and the lines by which they see the layer before. */

import { short } from '../kit/plane.ts';
import type { LayerRow, LayerTable } from './layers.ts';

/** One row of the drawing, in its own units. */
export const towerSize = { width: 128, height: 68 };
const middle = towerSize.width / 2;
const towers = { one: [middle], two: [36, 92] } as const;
/** Of the largest picture. */
const largest = { side: 54, pixels: 227 };

interface Place {
  readonly at: readonly number[];
  readonly box: Box;
}
interface Box {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** Areas of faces are in proportion to the maps' sides, depths to the roots of their number; one box for each card. */
function boxOf([channels, side]: readonly number[], cards: number): Box {
  if (side === undefined) return { width: Math.sqrt(channels / cards), height: 5, depth: 4 };
  const face = largest.side * Math.sqrt(side / largest.pixels);
  return { width: face, height: face * 0.66, depth: Math.sqrt(channels / cards) * 1.5 };
}

const placeOf = (maps: readonly number[], isSplit: boolean): Place => ({
  at: isSplit ? towers.two : towers.one,
  box: boxOf(maps, isSplit ? 2 : 1),
});

/** Whether the network of the table sits on two cards at all. */
const isOnTwo = ({ rows }: LayerTable): boolean => rows.some(({ groups }) => groups > 1);

/** @returns the picture's drawing, then one for each layer, top to bottom; they meet at their edges */
export function towerDrawings(table: LayerTable): string[] {
  const two = isOnTwo(table);
  const places = [
    placeOf(table.pixels, false),
    ...table.rows.map(({ output, name }) => placeOf(output, two && name !== 'fc8')),
  ];
  return places.map((place, i) => {
    const lines = i === 0 ? '' : linesMarkup(places[i - 1], place, table.rows[i - 1]);
    const stems = i === places.length - 1 ? '' : place.at.map((x) => stem(x, place.box)).join('');
    const boxes = place.at.map((x) => boxMarkup(x, place.box)).join('');
    return (
      `<svg class="tower" viewBox="0 0 ${towerSize.width} ${towerSize.height}" preserveAspectRatio="none" aria-hidden="true">` +
      `${lines}${stems}${boxes}</svg>`
    );
  });
}

const centre = 40;
const topOf = ({ height, depth }: Box): number => centre - height / 2 - depth * 0.4;

const stem = (x: number, { height }: Box): string =>
  `<path class="tower-line" d="M${x} ${short(centre + height / 2)}V${towerSize.height}"/>`;

function linesMarkup(before: Place, { at, box }: Place, { groups, kind }: LayerRow): string {
  const apart = groups > 1 || kind === 'pooling';
  return before.at
    .flatMap((from, i) =>
      at
        .filter((_, j) => !(apart && before.at.length === at.length && i !== j))
        .map((to) => `<path class="tower-line" d="M${from} 0L${to} ${short(topOf(box))}"/>`),
    )
    .join('');
}

/** A box seen from the upper right. */
function boxMarkup(x: number, { width, height, depth }: Box): string {
  const [left, top] = [x - width / 2, centre - height / 2];
  const [across, up] = [depth * 0.6, depth * 0.4];
  const at = (...points: readonly number[][]) =>
    `M${points.map((point) => point.map(short).join(' ')).join('L')}Z`;
  const [right, bottom] = [left + width, top + height];
  return (
    `<path class="tower-top" d="${at([left, top], [left + across, top - up], [right + across, top - up], [right, top])}"/>` +
    `<path class="tower-side" d="${at([right, top], [right + across, top - up], [right + across, bottom - up], [right, bottom])}"/>` +
    `<path class="tower-front" d="${at([left, top], [right, top], [right, bottom], [left, bottom])}"/>`
  );
}
