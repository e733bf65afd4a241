/** The numbers that the reader can change, and how they are fed in either layout. Kept with examples as rows. */

import type { Shape } from '../../graph/value.ts';
import halfAdder from '../../recipes/half-adder.ts';
import type { Layout } from '../../recipes/half-adder-network.ts';
import { random } from '../../trainer/initializers/random.ts';
import type { Feeds } from '../kit/engine.ts';

const { training } = halfAdder.data.load();
const drawn = halfAdder.initial(random(halfAdder.seed));

/** In the layout of rows. Biases are lists there and columns in the other. */
const shapes = {
  x: [4, 2],
  target: [4, 2],
  'hidden.weights': [2, 3],
  'hidden.bias': [3],
  'output.weights': [3, 2],
  'output.bias': [2],
} as const satisfies Readonly<Record<string, Shape>>;
export type InputName = keyof typeof shapes;
export type ParameterName = Exclude<InputName, 'x' | 'target'>;
export const parameterNames = ['hidden.weights', 'hidden.bias', 'output.weights', 'output.bias'] as const;
/** What the reader can change, in the order in which a link holds it. */
export const editable = ['x', ...parameterNames] as const;
export type EditableName = (typeof editable)[number];

export type InputNumbers = Readonly<Record<EditableName, readonly number[]>>;

export const sizeOfInput = (name: InputName): number =>
  shapes[name].reduce((product, one) => product * one, 1);

/** All pairs of bits, and the network as it is before training. */
export const startNumbers: InputNumbers = {
  x: Array.from(training.x),
  ...(Object.fromEntries(
    parameterNames.map((name) => [
      name,
      Array.from(drawn[name as keyof typeof drawn] ?? new Float32Array(sizeOfInput(name))),
    ]),
  ) as unknown as Readonly<Record<ParameterName, readonly number[]>>),
};
export const targets: readonly number[] = Array.from(training.target);

/** One place among all numbers the reader can change. */
export interface Place {
  readonly name: EditableName;
  /** In the layout of rows. */
  readonly index: number;
}

export const places: readonly Place[] = editable.flatMap((name) =>
  Array.from({ length: sizeOfInput(name) }, (_, index) => ({ name, index })),
);

/** Numbers in the layout of rows from a list in the order of `places`. */
export function numbersFrom(list: readonly number[]): InputNumbers {
  const parts = editable.map((name) => [name, list.filter((_, i) => places[i].name === name)]);
  return Object.fromEntries(parts) as InputNumbers;
}
export const listOf = (numbers: InputNumbers): number[] => editable.flatMap((name) => numbers[name]);

/** As far as the digits of a link go. */
export const isStart = (numbers: InputNumbers): boolean =>
  places.every(({ name, index }) => Math.abs(numbers[name][index] - startNumbers[name][index]) < 1e-5);

export const withNumber = (numbers: InputNumbers, { name, index }: Place, value: number): InputNumbers => ({
  ...numbers,
  [name]: numbers[name].with(index, value),
});

export function shapeOfInput(name: InputName, layout: Layout): Shape {
  const [rows, columns] = shapes[name] as readonly [number, number?];
  if (layout === 'rows') return shapes[name];
  return columns === undefined ? [rows, 1] : [columns, rows];
}

/** Numbers of the layout of rows as the other one has them; turning twice changes nothing but the shape. */
export function turned(data: ArrayLike<number>, [rows, columns]: readonly number[]): Float32Array {
  const turnedOver = new Float32Array(data.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turnedOver[column * rows + row] = data[row * columns + column];
  return turnedOver;
}

/** Place of a number in the tensor of a layout. */
export function indexIn(name: InputName, index: number, layout: Layout): number {
  const [rows, columns] = shapes[name] as readonly [number, number?];
  if (layout === 'rows' || columns === undefined) return index;
  return (index % columns) * rows + Math.floor(index / columns);
}

/** The same place in the layout of rows. */
export function indexFrom(name: InputName, index: number, layout: Layout): number {
  const [rows, columns] = shapes[name] as readonly [number, number?];
  if (layout === 'rows' || columns === undefined) return index;
  return (index % rows) * columns + Math.floor(index / rows);
}

const inLayout = (name: InputName, data: readonly number[], layout: Layout): Float32Array =>
  layout === 'columns' && shapes[name].length === 2 ? turned(data, shapes[name]) : Float32Array.from(data);

export function feedsOf(numbers: InputNumbers, layout: Layout): Feeds {
  const all = { ...numbers, target: targets };
  return Object.fromEntries(
    (Object.keys(shapes) as InputName[]).map((name) => [
      name,
      { shape: shapeOfInput(name, layout), data: inLayout(name, all[name], layout) },
    ]),
  );
}

/** A tensor of a layout as the layout of rows has it. */
export function inRows(name: InputName, data: Float32Array, layout: Layout): number[] {
  if (layout === 'rows' || shapes[name].length === 1) return Array.from(data);
  const [rows, columns] = shapes[name];
  return Array.from(turned(data, [columns as number, rows]));
}
