import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../../../src/site/models/draw-graph.ts';
import { readGraph } from '../../../src/site/models/read-graph.ts';
import { root } from '../../support/source-files.ts';

const file = (path: string) => readGraph(new Uint8Array(readFileSync(join(root, 'models', path))));

describe('readGraph', () => {
  it('reads inputs, operators with their parameters, and outputs', () => {
    const { nodes, edges } = file('xor-mlp/model.onnx');
    const of = (kind: string) => nodes.filter((node) => node.kind === kind);
    expect(of('input')).toEqual([expect.objectContaining({ title: 'x', detail: 'N × 2' })]);
    expect(of('output').map(({ title }) => title)).toEqual(['probability', 'hidden']);
    expect(of('operator').map(({ title }) => title)).toContain('MatMul');
    expect(nodes.map(({ detail }) => detail)).toContain('hidden.weights 2 × 2');
    const ids = nodes.map(({ id }) => id);
    expect(edges.every(({ from, to }) => ids.includes(from) && ids.includes(to))).toBe(true);
  });
  it('says the same as text, one line a node', () => {
    const { lines, nodes } = file('xor-mlp/model.onnx');
    expect(lines[0]).toBe('x: input, N × 2');
    expect(lines).toHaveLength(nodes.filter(({ kind }) => kind !== 'output').length);
    expect(lines[1]).toMatch(/^\S+ = \w+\(.*x.*\)$/);
  });
});

describe('drawGraph', () => {
  const graph = file('xor-mlp/model.onnx');
  const { svg, width } = drawGraph(graph, 'xor-mlp/model.onnx');
  it('draws every node and edge inside its frame, with a name and a description', () => {
    expect(svg.match(/<rect /g)).toHaveLength(graph.nodes.length);
    expect(svg.match(/<path [^>]*marker-end/g)).toHaveLength(
      new Set(graph.edges.map(({ from, to }) => from + to)).size,
    );
    expect(svg).toContain('<title id="graph-title">The graph of xor-mlp/model.onnx</title>');
    expect(svg).toContain('from x at the top to probability, hidden at the bottom');
    const places = [...svg.matchAll(/<rect x="([^"]+)" y="[^"]+" width="([^"]+)"/g)];
    for (const [, x, across] of places) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(across)).toBeLessThanOrEqual(width + 0.1);
    }
  });
});
