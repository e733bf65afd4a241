/** A part of the map as SVG: entries from left to right in the order in which they rest on each other. */

import dagre from '@dagrejs/dagre';
import { escaped } from '../api/sitemap.ts';
import type { Term } from '../term-list.ts';
import { type Relation, relationsAmong } from './relations.ts';

/** In the drawing's units, which are CSS pixels at full size. */
const size = { letter: 7.4, height: 28, padding: 12, margin: 4 };

/** @param link the address of an entry */
export function drawMap(entries: readonly Term[], name: string, link: (id: string) => string): string {
  const relations = relationsAmong(entries);
  const layout = new dagre.graphlib.Graph();
  layout.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 44, marginx: size.margin, marginy: size.margin });
  layout.setDefaultEdgeLabel(() => ({}));
  for (const { id, data } of entries) {
    layout.setNode(id, { width: data.term.length * size.letter + 2 * size.padding, height: size.height });
  }
  for (const { from, to, kind } of relations)
    layout.setEdge(from, to, { weight: kind === 'related' ? 0 : 2 });
  dagre.layout(layout);

  const { width = 0, height = 0 } = layout.graph();
  const line = ({ from, to, kind }: Relation): string => {
    const points: { x: number; y: number }[] = layout.edge(from, to).points;
    const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
    return `<path class="map-${kind}" d="${path}"${kind === 'related' ? '' : ' marker-end="url(#map-arrow)"'}/>`;
  };
  const box = ({ id, data }: Term): string => {
    const place = layout.node(id);
    const corner = `x="${short(place.x - place.width / 2)}" y="${short(place.y - place.height / 2)}"`;
    return (
      `<a href="${escaped(link(id))}"><rect ${corner} width="${short(place.width)}" height="${short(place.height)}" rx="3"/>` +
      `<text x="${short(place.x)}" y="${short(place.y)}" dy="0.35em" text-anchor="middle">${escaped(data.term)}</text></a>`
    );
  };
  return (
    `<svg class="map-drawing" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}" role="group" aria-label="Map of ${escaped(name)}; the same as text follows">` +
    `<g class="map-lines" aria-hidden="true">${relations.map(line).join('')}</g>${entries.map(box).join('')}</svg>`
  );
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
