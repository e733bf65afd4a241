/** What a trail of updates amounts to: passes, mistakes, and whether it has come to an end. */

import { nextExample, type State, type Unit, unitOf } from './state.ts';

/** The delta rule need not end; after so many passes a run stops and says so. */
export const mostPasses = 100;

/** Weights beyond this have left every point far behind; a little later they would not be numbers. */
const enormous = 1e6;

export type Ending =
  /** A whole pass without a mistake. */
  | { readonly kind: 'clean'; readonly pass: number }
  /** The weights are where they were before pass `from`; the same passes follow for ever. */
  | { readonly kind: 'cycle'; readonly from: number; readonly length: number }
  | { readonly kind: 'diverged' }
  /** `mostPasses` have gone by. */
  | { readonly kind: 'long' };

export interface Course {
  /** Passes through all points that are complete. */
  readonly passes: number;
  readonly mistakes: number;
  /** Mistakes in the present pass, or in the last one if it has just ended. */
  readonly latestMistakes: number;
  readonly ending: Ending | null;
}

export function courseOf(state: State): Course {
  const { points, position, updates } = state;
  const count = points.length;
  const done = updates.slice(0, position);
  const passes = count > 0 ? Math.floor(position / count) : 0;
  const passStart = nextExample(state) === 0 ? position - count : position - nextExample(state);
  const mistakesFrom = (from: number) =>
    done.slice(Math.max(0, from)).filter(({ mistake }) => mistake).length;
  const latestMistakes = position > 0 ? mistakesFrom(passStart) : 0;
  return { passes, mistakes: mistakesFrom(0), latestMistakes, ending: endingOf() };

  function endingOf(): Ending | null {
    if (!isBounded(unitOf(state))) return { kind: 'diverged' };
    if (passes === 0 || position % count !== 0) return null;
    if (latestMistakes === 0) return { kind: 'clean', pass: passes };
    const now = unitOf(state);
    const { learningRate } = updates[position - 1];
    // Only passes at one learning rate repeat what came before.
    const steadyFrom = done.findLastIndex((one) => one.learningRate !== learningRate) + 1;
    for (let pass = passes - 1; pass * count >= steadyFrom; pass--) {
      if (isSame(updates[pass * count].before, now))
        return { kind: 'cycle', from: pass + 1, length: passes - pass };
    }
    return passes >= mostPasses ? { kind: 'long' } : null;
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
