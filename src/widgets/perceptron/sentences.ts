/** The figure in words: for all readers, and for those who hear it instead of seeing it. */

import { formatNumber } from '../kit/number-format.ts';
import { labelText } from './conventions.ts';
import { type Course, isRight, mostPasses, rightCount } from './course.ts';
import { bestOf, boundOf, countedMistakes, courseOf } from './derived.ts';
import { rivalOf, type State, type Unit } from './state.ts';
import { streamBound, streamLength, streamSpeed } from './stream.ts';

const place = ([x1, x2]: readonly [number, number]) => `(${formatNumber(x1)}, ${formatNumber(x2)})`;

export const describeUnit = ({ weights, bias }: Unit): string =>
  `w₁ ${formatNumber(weights[0])}, w₂ ${formatNumber(weights[1])}, b ${formatNumber(bias)}`;

export function describePoint(state: State, index: number): string {
  const { at, label: wanted } = state.points[index];
  return (
    `Point ${index + 1} of ${state.points.length} at ${place(at)}, wanted ${labelText(wanted, state.labels)}` +
    (state.measured ? `, ${isRight(state, index) ? 'right' : 'wrong'}` : '')
  );
}

/** How many points are right, and what any line could do. */
export function describeFit(state: State, best: number): string {
  const count = state.points.length;
  if (count === 0) return 'There are no points. Add one by pressing in the plane.';
  if (!state.measured) return 'The model has not answered yet.';
  const right = rightCount(state);
  if (state.view === 'hidden')
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

/** The figure's sentence: what it shows now. */
export function describe(state: State): string {
  if (state.view === 'stream') return describeStream(state);
  const best = bestOf(state.points);
  if (state.view === 'hidden') return describeFit(state, best);
  const course = courseOf(state);
  const latest = state.position > 0 ? state.updates[state.position - 1] : null;
  const ending = describeEnding(state, course);
  // After a clean pass all are right, and beyond all bounds nothing is.
  const isFitTold = !course.ending || course.ending.kind === 'cycle' || course.ending.kind === 'long';
  const parts = [
    latest &&
      `Step ${state.position}: example ${latest.example + 1} at ${place(latest.point.at)} wanted ${labelText(latest.point.label, state.labels)}, sum ${formatNumber(latest.sum)}, ${latest.mistake ? 'a mistake' : 'right'}. Now ${describeUnit(latest.after)}.`,
    ending,
    isFitTold && describeFit(state, best),
    state.view === 'rules' && describeRival(state),
  ];
  return parts.filter(Boolean).join(' ');
}

function describeRival(state: State): string {
  const mistakes = state.rivals.slice(0, state.position).filter(({ mistake }) => mistake).length;
  const right = state.measured?.rival?.outcomes.filter(
    ({ score }, i) => score * state.points[i].label > 0,
  ).length;
  return (
    `The delta rule has made ${times(mistakes, 'mistake')} on the same examples and stands at ${describeUnit(rivalOf(state))}` +
    (right === undefined ? '.' : `, with ${right} of ${state.points.length} right.`)
  );
}

function describeStream({ stream }: State): string {
  const bound = streamBound(stream);
  if (bound === null)
    return `${streamLength.toLocaleString('en')} points will come one after another, each of them once, none nearer than ${formatNumber(stream.margin)} to the line that separates them.`;
  const speed = streamSpeed(stream);
  return (
    `${stream.seen.toLocaleString('en')} points seen, ${times(stream.mistakes, 'mistake')}; the theorem allows ${bound.toLocaleString('en')}.` +
    (speed === null ? '' : ` ${Number(speed.toPrecision(2)).toLocaleString('en')} points a second.`)
  );
}

/** The theorem's count beside the figure's, or why there is none. */
export function describeBound(state: State): string {
  const bound = boundOf(state.points);
  if (!bound)
    return state.points.length === 0 ? '' : 'No line separates these points, so no bound holds for them.';
  const most = `${bound.mostMistakes.toLocaleString('en')}`;
  const counted = countedMistakes(state);
  if (state.rule === 'delta' && state.view === 'unit')
    return `The perceptron rule would make ${most} mistakes at most. For the delta rule no such bound holds.`;
  return counted === null
    ? `From zero weights, at one learning rate, the perceptron rule makes ${most} mistakes at most. This training began elsewhere or changed its rate, so its mistakes are not counted against that.`
    : `${capital(times(counted, 'mistake'))} since zero weights, and never more than ${most} can come.`;
}

const times = (count: number, what: string): string =>
  `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase());
