/** The points a unit learns, and the sets of them that the reader can choose. */

import { and, or, xor } from '../../datasets/corners.ts';
import type { Examples } from '../../datasets/dataset.ts';
import type { Plane } from '../kit/plane.ts';

/** The plane that all two-dimensional models of the site are shown on. */
export const plane: Plane = {
  id: 'perceptron',
  domain: [-0.5, 1.5],
  axes: ['x₁', 'x₂'],
  ticks: [-0.5, 0, 0.5, 1, 1.5],
};

export type Label = 1 | -1;

export interface Point {
  readonly at: readonly [number, number];
  readonly label: Label;
}

export const presets = {
  separable: 'Separable',
  and: 'AND',
  or: 'OR',
  xor: 'XOR',
  own: 'Your own',
} as const;
export type PresetName = keyof typeof presets;

export const pointsOf = ({ count, x, target }: Examples): Point[] =>
  Array.from({ length: count }, (_, i) => ({
    at: [x[2 * i], x[2 * i + 1]],
    label: target[i] > 0 ? 1 : -1,
  }));

export const corners = {
  and: pointsOf(and()),
  or: pointsOf(or()),
  xor: pointsOf(xor()),
} satisfies Partial<Record<PresetName, Point[]>>;

/** What "your own" begins with when there is nothing of the reader's yet. */
export const ownStart: readonly Point[] = [
  { at: [0.1, 0.3], label: -1 },
  { at: [0.5, 0.1], label: -1 },
  { at: [0.6, 1.1], label: 1 },
  { at: [1.1, 0.7], label: 1 },
];

/** So many can be told apart on a telephone and run through by hand. */
export const mostPoints = 12;

/** Within the plane and on a grid of hundredths, so that what is shown is what is fed. */
export function tidy([x1, x2]: readonly [number, number]): [number, number] {
  const inside = (value: number) =>
    Math.round(Math.min(plane.domain[1], Math.max(plane.domain[0], value)) * 100) / 100 + 0;
  return [inside(x1), inside(x2)];
}

/** A place for a new point that no other point is near: the emptiest of a coarse grid. */
export function freePlace(points: readonly Point[]): [number, number] {
  let best: { place: [number, number]; distance: number } = { place: [0.5, 0.5], distance: -1 };
  for (const x1 of [0.5, 0.25, 0.75, 0, 1, 1.25, -0.25])
    for (const x2 of [0.5, 0.25, 0.75, 0, 1, 1.25, -0.25]) {
      const distance = Math.min(2, ...points.map(({ at }) => Math.hypot(at[0] - x1, at[1] - x2)));
      if (distance > best.distance) best = { place: [x1, x2], distance };
    }
  return best.place;
}
