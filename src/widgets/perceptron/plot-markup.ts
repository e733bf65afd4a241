/** What the page's plot and the drawing of the build have in common. */

import { horizontal, type Plane, short, vertical } from '../kit/plane.ts';
import type { Line } from './splits.ts';
import type { State } from './state.ts';

/** A sum of exactly 0 answers −1, so the positive area begins a hair above it. */
export const boundaryOf = ({ hiddenLayer }: Pick<State, 'hiddenLayer'>): number =>
  hiddenLayer ? 0.5 : Number.EPSILON;

/** The delta rule wants each sum to be −1 or +1, so these lines say more than the boundary. */
export const levelsOf = ({ hiddenLayer, rule }: Pick<State, 'hiddenLayer' | 'rule'>): number[] =>
  hiddenLayer ? [0.1, 0.9] : rule === 'delta' ? [-1, 1] : [];

/** The line w·x + b = 0, longer than the plane; drawn dashed, beside the model's own boundary. */
export function lineMarkup(plane: Plane, { weights, bias }: Line): string {
  const length = Math.hypot(...weights);
  const [n1, n2] = [weights[0] / length, weights[1] / length];
  const foot = [(-bias / length) * n1, (-bias / length) * n2];
  const reach = 4 * (plane.domain[1] - plane.domain[0]);
  const [x, y] = [horizontal(plane), vertical(plane)];
  const end = (side: number) =>
    `${short(x(foot[0] - side * reach * n2))} ${short(y(foot[1] + side * reach * n1))}`;
  return `<path class="split-line" d="M${end(-1)}L${end(1)}"/>`;
}
