/** What a trail of updates amounts to: passes, mistakes, and whether it has come to an end. */

import { type State, type Unit, unitOf } from './state.ts';

/** The delta rule need not end; after so many passes a run stops and says so. */
export const mostPasses = 100;

/** Weights beyond this have left every point far behind; a little later they would not be numbers. */
const enormous = 1e6;

export type Ending =
  /** A whole pass without a mistake. */
  | { readonly kind: 'clean'; readonly pass: number }
  /** After pass `to` the weights are where they were before pass `from`; the same passes follow for ever. */
  | { readonly kind: 'cycle'; readonly from: number; readonly to: number; readonly unit: Unit }
  | { readonly kind: 'diverged' }
  /** `mostPasses` have gone by. */
  | { readonly kind: 'long' };

export interface Course {
  /** Passes through all points that are complete. */
  readonly passes: number;
  readonly mistakes: number;
  /** Mistakes in the last complete pass. */
  readonly latestMistakes: number;
  readonly ending: Ending | null;
}

export function courseOf(state: State): Course {
  const { points, position, updates } = state;
  const count = points.length;
  const passes = count > 0 ? Math.floor(position / count) : 0;
  const end = passes * count;
  const mistakesIn = (from: number, to: number) =>
    updates.slice(from, to).filter(({ mistake }) => mistake).length;
  const latestMistakes = mistakesIn(Math.max(0, end - count), end);
  return { passes, mistakes: mistakesIn(0, position), latestMistakes, ending: endingOf() };

  function endingOf(): Ending | null {
    if (!isBounded(unitOf(state))) return { kind: 'diverged' };
    if (passes === 0) return null;
    if (latestMistakes === 0) return position === end ? { kind: 'clean', pass: passes } : null;
    const unit = updates[end - 1].after;
    const { learningRate } = updates[position - 1];
    // Only passes at one learning rate repeat what came before.
    const steadyFrom =
      updates.findLastIndex((one, i) => i < position && one.learningRate !== learningRate) + 1;
    for (let pass = passes - 1; pass * count >= steadyFrom; pass--)
      if (isSame(updates[pass * count].before, unit))
        return { kind: 'cycle', from: pass + 1, to: passes, unit };
    return passes >= mostPasses && position === end ? { kind: 'long' } : null;
  }
}

/** Points on the right side; a score of exactly 0 puts a point on the line, which counts as wrong. */
export const rightCount = ({ measured, points }: State): number =>
  points.filter((_, i) => isRight({ measured, points }, i)).length;

export const isRight = ({ measured, points }: Pick<State, 'measured' | 'points'>, point: number): boolean =>
  (measured?.outcomes[point].score ?? 0) * points[point].label > 0;

const isBounded = ({ weights, bias }: Unit): boolean =>
  [...weights, bias].every((value) => Math.abs(value) < enormous);

const isSame = (a: Unit, b: Unit): boolean =>
  a.bias === b.bias && a.weights.every((weight, i) => weight === b.weights[i]);
