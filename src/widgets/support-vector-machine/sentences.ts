/** What the figure says in words, and its table. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { gamma, tolerance } from './compute.ts';
import { counts, isSupport, type KernelName, type Point, type State, violates } from './state.ts';

const digits = (value: number) => formatNumber(value, 3);

export const kernelTexts: Readonly<Record<KernelName, string>> = {
  linear: 'x · x′',
  square: '(x · x′ + 1)²',
  radial: `exp(−${gamma} ‖x − x′‖²)`,
};

export function describe(state: State): string {
  const { machine } = state;
  if (!machine) return 'The machine is being solved for.';
  const { support, violating } = counts(state);
  const { points, rightOfTraining, rightOfHeldOut, heldOut } = machine;
  return `${support} of ${points.length} points are support vectors; ${violating} of them violate the margin. The boundary has ${rightOfTraining} of the ${points.length} points on their right sides, and ${rightOfHeldOut} of ${heldOut} others that are not drawn.`;
}

const standing = (state: State, point: Point): string =>
  violates(state, point) ? 'violates the margin' : isSupport(point) ? 'on the margin' : 'outside the margin';

export const tableOf = (state: State): FigureTable => ({
  caption: 'Training points and what the machine makes of them',
  columns: ['Point', 'x₁', 'x₂', 'Class', 'Multiplier', 'Score', 'Standing'],
  rows: (state.machine?.points ?? []).map((point, i) => [
    String(i + 1),
    digits(point.x),
    digits(point.y),
    point.label > 0 ? '+1' : '−1',
    digits(point.alpha),
    digits(point.score),
    standing(state, point),
  ]),
});

export const hyperparameters = ({ set, kernel, cost, machine }: State): (readonly [string, string])[] => [
  [
    'Points',
    set === 'circles'
      ? 'two circles around the middle, radii 0.8 and 0.4, blurred with deviation 0.08, seed 1'
      : 'two classes at least 0.08 from a line, seed 26',
  ],
  ['Kernel', kernelTexts[kernel]],
  ['Price C of a violation', String(cost)],
  ['Solved by', 'sequential minimal optimisation, two multipliers a step'],
  ['Steps', machine ? machine.steps.toLocaleString('en') : '…'],
  ['Tolerance of the optimality conditions', String(tolerance)],
];
