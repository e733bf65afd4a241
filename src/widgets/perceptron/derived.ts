/** What follows from a state or its points, computed once for each of them. */

import { boundOf as computeBound } from './bound.ts';
import { type Course, courseOf as followCourse } from './course.ts';
import type { Point } from './points.ts';
import { mostRight } from './splits.ts';
import { rules, type State } from './state.ts';

const once = <Key extends object, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
};

export const courseOf: (state: State) => Course = once(followCourse);

/** Most points that any line has on their sides. */
export const bestOf: (points: readonly Point[]) => number = once((points) =>
  mostRight(
    points.map(({ at }) => at),
    points.map(({ label }) => label),
  ),
);

/** Null if no line separates the points. */
export const boundOf = once((points: readonly Point[]) =>
  bestOf(points) === points.length ? computeBound(points) : null,
);

/**
 * Mistakes that the theorem speaks about, from zero weights on; null if the trail is not of its kind: it began
 * elsewhere, or not every update was the perceptron rule's at one rate.
 */
export function countedMistakes(state: State): number | null {
  const { earlier, updates, position, rule, learningRate } = state;
  if (earlier === null || rule !== 'perceptron') return null;
  const rate = earlier > 0 ? rules.perceptron.usualRate : (updates[0]?.learningRate ?? learningRate);
  const trail = updates.slice(0, position);
  return trail.every((one) => one.rule === 'perceptron' && one.learningRate === rate)
    ? earlier + courseOf(state).mistakes
    : null;
}
