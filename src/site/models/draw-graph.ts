/** A graph as SVG, laid out from top to bottom by dagre. */

import dagre from '@dagrejs/dagre';
import { escaped } from '../api/sitemap.ts';
import type { DrawnGraph, DrawnNode } from './read-graph.ts';

/** In the drawing's units, which are CSS pixels at full size. */
const letter = 7.2;
const lineHeight = 18;
const padding = 10;
const margin = 2;

interface Place {
  readonly x: number;
  readonly y: number;
}

const linesOf = ({ title, detail }: DrawnNode): string[] => (detail ? [title, detail] : [title]);

/** @param name of the file, for the drawing's title */
export function drawGraph({ nodes, edges }: DrawnGraph, name: string): { svg: string; width: number } {
  const layout = new dagre.graphlib.Graph();
  layout.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 26, marginx: margin, marginy: margin });
  layout.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    const lines = linesOf(node);
    layout.setNode(node.id, {
      width: Math.max(...lines.map((line) => line.length)) * letter + 2 * padding,
      height: lines.length * lineHeight + padding,
    });
  }
  for (const { from, to } of edges) layout.setEdge(from, to);
  dagre.layout(layout);

  const { width = 0, height = 0 } = layout.graph();
  const paths = layout.edges().map((edge) => {
    const { points } = layout.edge(edge);
    const path = (points as Place[])
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`)
      .join('');
    return `<path d="${path}" marker-end="url(#graph-arrow)"/>`;
  });
  const boxes = nodes.map((node) => {
    const { x, y, width, height } = layout.node(node.id);
    const lines = linesOf(node);
    const text = lines.map((line, i) => {
      const at = y + (i - (lines.length - 1) / 2) * lineHeight;
      return `<text x="${short(x)}" y="${short(at)}" dy="0.35em" text-anchor="middle"${i > 0 ? ' class="detail"' : ''}>${escaped(line)}</text>`;
    });
    const radius = node.kind === 'operator' ? 3 : height / 2;
    return (
      `<g class="graph-node ${node.kind}"><rect x="${short(x - width / 2)}" y="${short(y - height / 2)}" ` +
      `width="${short(width)}" height="${short(height)}" rx="${short(radius)}"/>${text.join('')}</g>`
    );
  });
  const count = nodes.filter(({ kind }) => kind === 'operator').length;
  return {
    width,
    svg:
      `<svg class="graph-drawing" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}" role="img" aria-labelledby="graph-title graph-text">` +
      `<title id="graph-title">The graph of ${escaped(name)}</title>` +
      `<desc id="graph-text">${count} operators from ${list(nodes, 'input')} at the top to ${list(nodes, 'output')} at the bottom; the same as text follows.</desc>` +
      `<defs><marker id="graph-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>` +
      `<g class="graph-edges">${paths.join('')}</g>${boxes.join('')}</svg>`,
  };
}

const list = (nodes: readonly DrawnNode[], kind: DrawnNode['kind']): string =>
  escaped(
    nodes
      .filter((node) => node.kind === kind)
      .map(({ title }) => title)
      .join(', '),
  );

const short = (value: number): string => String(Math.round(value * 10) / 10);
