/** Units in layers and the weights between them, as SVG text. */

import { max } from 'd3-array';
import { scaleSqrt } from 'd3-scale';
import { formatNumber } from './number-format.ts';
import { short } from './plane.ts';
import { escaped, textWidth } from './series.ts';

export interface Unit {
  readonly name: string;
  /** What the unit gives at present; shades it and stands in it. */
  readonly value?: number;
  readonly highlighted?: boolean;
}

export interface Layer {
  readonly title: string;
  readonly units: readonly Unit[];
}

export interface Edge {
  /** Layer and place of the unit from which it comes; it leads to the next layer. */
  readonly from: readonly [layer: number, unit: number];
  readonly to: number;
  /** Its size is the line's width, its sign the line's colour and dash. */
  readonly weight: number;
  readonly highlighted?: boolean;
}

export interface NetworkSpec {
  /** Unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly layers: readonly Layer[];
  readonly edges: readonly Edge[];
  /** The weight of the widest line; the largest by default. */
  readonly widest?: number;
  /** Whether weights stand at their lines; only where there are few. */
  readonly written?: boolean;
}

const room = { side: 34, top: 34, bottom: 26 };
/** Between the middles of two units, at most and at least. */
const gap = { most: 76, least: 26 };

export interface NetworkPlaces {
  readonly height: number;
  readonly radius: number;
  at(layer: number, unit: number): readonly [x: number, y: number];
}

/** Where the units stand in a drawing of this width; also for what a figure draws on top. */
export function networkPlaces({ layers }: Pick<NetworkSpec, 'layers'>, width: number): NetworkPlaces {
  const most = Math.max(1, ...layers.map(({ units }) => units.length));
  const spacing = Math.min(gap.most, Math.max(gap.least, 380 / most));
  const height = Math.ceil(room.top + room.bottom + most * spacing);
  const between = layers.length > 1 ? (width - 2 * room.side) / (layers.length - 1) : 0;
  return {
    height,
    radius: Math.min(20, spacing * 0.4),
    at(layer, unit) {
      const count = layers[layer].units.length;
      const x = layers.length > 1 ? room.side + layer * between : width / 2;
      const middle = room.top + (most * spacing) / 2;
      return [x, middle + (unit - (count - 1) / 2) * spacing];
    },
  };
}

/** @param width in pixels, as for `plotMarkup` */
export function networkMarkup(spec: NetworkSpec, width: number): string {
  const places = networkPlaces(spec, width);
  const id = `${spec.id}-${Math.round(width)}`;
  const layers = spec.layers.map((layer, i) => layerMarkup(layer, i, places, width, spec.layers.length));
  return (
    `<svg class="network-drawing" viewBox="0 0 ${width} ${places.height}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${escaped(spec.title)}</title><desc id="${id}-text">${escaped(spec.description)}</desc>` +
    `${edgesMarkup(spec, places)}${layers.join('')}</svg>`
  );
}

function edgesMarkup({ edges, widest, written }: NetworkSpec, places: NetworkPlaces): string {
  const full = widest ?? max(edges, ({ weight }) => Math.abs(weight)) ?? 1;
  // Hundreds of wide lines would be one dark area.
  const most = Math.max(1.5, Math.min(6, 120 / edges.length));
  const widthOf = scaleSqrt([0, full || 1], [0.4, most]).clamp(true);
  // What is set apart lies above the rest.
  return [...edges]
    .sort((a, b) => Number(a.highlighted ?? false) - Number(b.highlighted ?? false))
    .map(({ from: [layer, unit], to, weight, highlighted }, i) => {
      const [a, b] = [places.at(layer, unit), places.at(layer + 1, to)];
      const sign = weight < 0 ? 'less' : 'more';
      const line =
        `<path class="edge edge-${sign}"${highlighted ? ' data-high' : ''} data-edge="${layer} ${unit} ${to}" ` +
        `stroke-width="${short(widthOf(Math.abs(weight)))}" d="M${short(a[0])} ${short(a[1])}L${short(b[0])} ${short(b[1])}"/>`;
      if (!written) return line;
      // At thirds in turn, or the weights of crossing lines would lie on each other.
      const share = i % 2 ? 0.36 : 0.62;
      const [x, y] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      return `${line}<text class="edge-weight" x="${short(x)}" y="${short(y)}" dy="0.35em" text-anchor="middle">${formatNumber(weight, 2)}</text>`;
    })
    .join('');
}

function layerMarkup(
  { title, units }: Layer,
  index: number,
  places: NetworkPlaces,
  width: number,
  count: number,
): string {
  const strongest = max(units, ({ value }) => Math.abs(value ?? 0)) || 1;
  const drawn = units.map(({ name, value, highlighted }, i) => {
    const [x, y] = places.at(index, i);
    const shade =
      value === undefined || !Number.isFinite(value) ? 0 : Math.min(1, Math.abs(value) / strongest);
    // Numbers are read at the page's text size, so small units carry none.
    const text = value === undefined || places.radius < 16 ? '' : formatNumber(value, 2);
    const inside = text || places.radius < 10 ? text : name;
    const label = text
      ? `<text class="unit-name" y="${short(places.radius + 15)}" text-anchor="middle">${escaped(name)}</text>`
      : '';
    const fits = textWidth(inside) < 2 * places.radius + 6;
    return (
      `<g class="unit"${highlighted ? ' data-high' : ''} data-unit="${index} ${i}" transform="translate(${short(x)} ${short(y)})">` +
      `<circle class="unit-ground" r="${short(places.radius)}"/>` +
      `<circle class="unit-value ${(value ?? 0) < 0 ? 'unit-less' : 'unit-more'}" r="${short(places.radius)}" fill-opacity="${short(shade * 0.4)}"/>` +
      `${inside && fits ? `<text dy="0.35em" text-anchor="middle">${escaped(inside)}</text>` : ''}${label}</g>`
    );
  });
  const [x] = places.at(index, 0);
  // Titles that are wider than the way to the next layer stand in two rows.
  const row = count > 1 && textWidth(title) > (width - 2 * room.side) / (count - 1) ? index % 2 : 0;
  const half = textWidth(title) / 2;
  const anchor =
    index === 0 && half > x ? 'start' : index === count - 1 && half > width - x ? 'end' : 'middle';
  const at = anchor === 'start' ? 0 : anchor === 'end' ? width : x;
  return `${drawn.join('')}<text class="layer-title" x="${short(at)}" y="${13 + row * 15}" text-anchor="${anchor}">${escaped(title)}</text>`;
}
