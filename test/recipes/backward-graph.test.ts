/** The backward pass as a file: complete, right, and the same in either layout of the matrices. */

import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/graph/evaluate.ts';
import { relu, tanh } from '../../src/graph/ops/index.ts';
import { print } from '../../src/graph/print.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import type { Value } from '../../src/graph/value.ts';
import { backwardGraph, gradientOf } from '../../src/recipes/backward-graph.ts';
import halfAdder from '../../src/recipes/half-adder.ts';
import { halfAdderNetwork, type Layout } from '../../src/recipes/half-adder-network.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import '../support/close-to.ts';

const { training } = halfAdder.data.load();
const shapes = { 'hidden.weights': [2, 3], 'hidden.bias': [3], 'output.weights': [3, 2], 'output.bias': [2] };
const names = Object.keys(shapes) as (keyof typeof shapes)[];
const { uniform } = random(3);
const numbers = Object.fromEntries(
  names.map((name) => [name, Array.from({ length: sizeOf(shapes[name]) }, () => 2 * uniform() - 1)]),
);
const feeds: Readonly<Record<string, ArrayLike<number>>> = {
  x: training.x,
  target: training.target,
  ...numbers,
};

const of = (layout: Layout, activation: (z: Value) => Value) =>
  backwardGraph('test', halfAdderNetwork(4, { layout, activation }));

/** @param columns of the matrix as it is */
const turned = (data: ArrayLike<number>, columns: number): number[] =>
  Array.from({ length: data.length }, (_, i) => {
    const rows = data.length / columns;
    return data[(i % rows) * columns + Math.floor(i / rows)];
  });

describe.each([
  { name: 'tanh', activation: tanh as (z: Value) => Value },
  { name: 'relu', activation: relu as (z: Value) => Value },
])('the backward graph of the half adder with $name', ({ activation }) => {
  const graph = of('rows', activation);
  const found = evaluate(graph, feeds);

  it('has every value on the way as an output', () => {
    expect(Object.keys(graph.outputs)).toEqual(graph.nodes.map(({ name }) => name));
    expect(new Set(graph.nodes.map(({ name }) => name)).size).toBe(graph.nodes.length);
  });

  it('has each gradient that central differences of its loss measure', () => {
    for (const name of names)
      numbers[name].forEach((one, i) => {
        const lossAt = (value: number) =>
          evaluate(graph, { ...feeds, [name]: numbers[name].with(i, value) }).loss.data[0];
        const slope = (lossAt(one + 1e-5) - lossAt(one - 1e-5)) / 2e-5;
        expect(found[gradientOf({ name })].data[i]).toBeCloseTo(slope, 8);
      });
  });

  it('has the transposes of all of them where examples are columns', () => {
    const columns = evaluate(of('columns', activation), {
      x: turned(training.x, 2),
      target: turned(training.target, 2),
      'hidden.weights': turned(numbers['hidden.weights'], 3),
      'hidden.bias': numbers['hidden.bias'],
      'output.weights': turned(numbers['output.weights'], 2),
      'output.bias': numbers['output.bias'],
    });
    expect(columns.loss.data[0]).toBeCloseTo(found.loss.data[0], 12);
    for (const name of names) {
      const [, width = 1] = shapes[name];
      const rows = found[gradientOf({ name })].data;
      expect(columns[gradientOf({ name })].data).toBeCloseToTensor(turned(rows, width), 1e-12);
    }
  });
});

it('lists forward pass, error and gradients from the loss back to the first layer', () => {
  const { nodes } = of('rows', tanh);
  expect(nodes.map(({ pass }) => pass)).toEqual([
    ...new Array(12).fill('forward'),
    ...new Array(21).fill('backward'),
  ]);
  expect(nodes[11].name).toBe('loss');
  expect(nodes.at(-1)?.name).toBe('hidden.weights.gradient');
  const place = (name: string) => nodes.findIndex((node) => node.name === name);
  expect(place('output.weights.gradient')).toBeLessThan(place('hidden.bias.gradient'));
  // 2 · (1 / 4) · ½ (y − t), from either side of the square, added where the branches meet.
  expect(print(of('rows', tanh))).toMatch(/Add_2 \[4, 2\] = Add\(Mul_3, Mul_4\)/);
});
