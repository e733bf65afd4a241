/** The figure in words: for all readers, and for those who hear it instead of seeing it. */

import { formatNumber } from '../kit/number-format.ts';
import { type Course, isRight, mostPasses, rightCount } from './course.ts';
import type { State, Unit } from './state.ts';

const label = (value: number) => (value > 0 ? '+1' : '−1');
const place = ([x1, x2]: readonly [number, number]) => `(${formatNumber(x1)}, ${formatNumber(x2)})`;

export const describeUnit = ({ weights, bias }: Unit): string =>
  `w₁ ${formatNumber(weights[0])}, w₂ ${formatNumber(weights[1])}, b ${formatNumber(bias)}`;

export function describePoint(state: State, index: number): string {
  const { at, label: wanted } = state.points[index];
  return (
    `Point ${index + 1} of ${state.points.length} at ${place(at)}, wanted ${label(wanted)}` +
    (state.measured ? `, ${isRight(state, index) ? 'right' : 'wrong'}` : '')
  );
}

/** How many points are right, and what any line could do. */
export function describeFit(state: State, best: number): string {
  const count = state.points.length;
  if (count === 0) return 'There are no points. Add one by pressing in the plane.';
  if (!state.measured) return 'The model has not answered yet.';
  const right = rightCount(state);
  if (state.hiddenLayer)
    return `With the hidden layer ${right} of ${count} are right. The best any line can do is ${best} of ${count}.`;
  const noSide = state.measured.outcomes.every(({ score }) => score === 0);
  const now = noSide
    ? 'Every sum is 0, so there is no boundary yet.'
    : right === count
      ? `All ${count} are right.`
      : `${right} of ${count} are right.`;
  return best === count
    ? `${now} A line can separate these points.`
    : `${now} No line separates these points: the best any line can do is ${best} of ${count}.`;
}

/** What the training has come to, or null while it is under way. */
export function describeEnding(state: State, { ending, mistakes, latestMistakes }: Course): string | null {
  if (!ending) return null;
  const { rule, learningRate, points } = state;
  switch (ending.kind) {
    case 'clean':
      return `Pass ${ending.pass} went through without a mistake, after ${times(mistakes, 'mistake')} in all${
        rule === 'perceptron'
          ? '. The perceptron rule changes nothing more.'
          : '. The delta rule goes on changing the weights.'
      }`;
    case 'cycle': {
      const { from, to, unit } = ending;
      if (rule === 'delta' && from === to)
        return `The delta rule has settled: a whole pass brings the weights back to where they were, with ${latestMistakes} of ${points.length} wrong on the way.`;
      return (
        `After pass ${to} the weights are back at ${describeUnit(unit)}, where they were before pass ${from}: ` +
        `${from === to ? 'this pass' : `these ${to - from + 1} passes`} will repeat for ever, with ${times(latestMistakes, 'mistake')} a pass.`
      );
    }
    case 'diverged':
      return `The weights have run away: at a learning rate of ${formatNumber(learningRate)} each correction overshoots by more than it corrects. Reset, and take a smaller learning rate.`;
    case 'long':
      return `${mostPasses} passes, and ${times(latestMistakes, 'mistake')} in the last one: ${
        rule === 'delta'
          ? 'the delta rule seeks the least squared error, which need not be the fewest mistakes.'
          : 'the perceptron rule has found no line that gets all points right.'
      }`;
  }
}

/** One sentence for the live region, after something has come to rest. */
export function announce(state: State, course: Course, best: number): string {
  if (state.motion === 'playing') return 'Playing.';
  if (state.motion === 'running') return 'Running.';
  const parts: string[] = [];
  const latest = state.updates[state.position - 1];
  if (!state.hiddenLayer && state.position > 0 && latest)
    parts.push(
      `Step ${state.position}: example ${latest.example + 1} at ${place(latest.point.at)} wanted ${label(latest.point.label)}, sum ${formatNumber(latest.sum)}, ${latest.mistake ? 'a mistake' : 'right'}. Now ${describeUnit(latest.after)}.`,
    );
  const ending = state.hiddenLayer ? null : describeEnding(state, course);
  parts.push(ending ?? describeFit(state, best));
  return parts.join(' ');
}

const times = (count: number, what: string): string =>
  `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
