/** What the page's plot and the drawing of the build have in common. */

import { horizontal, type Plane, short, vertical } from '../kit/plane.ts';
import type { Line } from './splits.ts';
import type { State } from './state.ts';

/** A sum of exactly 0 answers −1, so the positive area begins a hair above it. */
export const boundaryOf = ({ view }: Pick<State, 'view'>): number =>
  view === 'hidden' ? 0.5 : Number.EPSILON;

/**
 * Sums along which thin lines run: for the delta rule those it wants to reach, −1 and +1; for a unit that answers with
 * more than a sign, steps of a quarter of tanh, or of 1.
 */
export function levelsOf({ view, rule, answer }: Pick<State, 'view' | 'rule' | 'answer'>): number[] {
  if (view === 'hidden') return [0.1, 0.9];
  if (view === 'unit' && answer !== 'threshold') {
    const above = answer === 'sum' ? [1, 2, 3, 4] : [0.25, 0.5, 0.75].map(Math.atanh);
    return [...above.map((level) => -level), ...above];
  }
  return rule === 'delta' ? [-1, 1] : [];
}

/** The line w·x + b = 0, longer than the plane; a split line is drawn dashed, beside the model's own boundary. */
export function lineMarkup(plane: Plane, { weights, bias }: Line, kind = 'split-line'): string {
  const length = Math.hypot(...weights);
  const [n1, n2] = [weights[0] / length, weights[1] / length];
  const foot = [(-bias / length) * n1, (-bias / length) * n2];
  const reach = 4 * (plane.domain[1] - plane.domain[0]);
  const [x, y] = [horizontal(plane), vertical(plane)];
  const end = (side: number) =>
    `${short(x(foot[0] - side * reach * n2))} ${short(y(foot[1] + side * reach * n1))}`;
  return `<path class="${kind}" d="M${end(-1)}L${end(1)}"/>`;
}
