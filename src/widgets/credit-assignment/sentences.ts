/** What the figure of credit assignment says in words, and its table. */

import xorMlp from '../../recipes/xor-mlp.ts';
import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { learnerNames, learners, parameters, points } from './network.ts';
import { blameOf, momentOf, rightCount, type State, stepsShown } from './state.ts';

const digits = (value: number): string => formatNumber(value, 3);

/** Below this a loss is a learnt task; near ln 2 it is that of guessing. */
const learnt = 0.1;
const guessing = Math.LN2 - 0.05;

export function describe(state: State): string {
  const moment = momentOf(state);
  if (!moment) return 'The networks are being made.';
  const count = stepsShown(state);
  const when = count === 0 ? 'Before training' : `After ${count} ${count === 1 ? 'step' : 'steps'}`;
  const right = (name: 'output' | 'all') => {
    const known = rightCount(state, name, points.target);
    return known === null ? '' : `, with ${known} of 4 points right`;
  };
  const { output, all } = moment;
  return (
    `${when} the loss is ${digits(output.loss)} where the output unit alone learns${right('output')}, and ` +
    `${digits(all.loss)} where blame is passed back to the hidden units${right('all')}. ${verdict(state)}`
  ).trim();
}

function verdict(state: State): string {
  const moment = momentOf(state);
  if (!moment || stepsShown(state) < 100) return 'Guessing has a loss of 0.693.';
  const { output, all } = moment;
  if (all.loss < learnt)
    return output.loss > guessing
      ? 'The first stands hardly below guessing, 0.693; the second has learnt XOR.'
      : 'Only the second has learnt XOR.';
  return Math.abs(all.loss - 0.348) < 0.1
    ? 'From these initial weights even the second gets stuck: blame is local, and no small change would help.'
    : 'Guessing has a loss of 0.693.';
}

export function table(state: State): FigureTable {
  return {
    caption: 'Losses, step by step',
    columns: ['Step', ...learnerNames.map((name) => learners[name].title)],
    rows: state.moments
      .slice(0, stepsShown(state) + 1)
      .map((moment, i) => [String(i), ...learnerNames.map((name) => digits(moment[name].loss))])
      .reverse(),
  };
}

export interface BlameRow {
  readonly name: string;
  /** One text for each learner. */
  readonly cells: readonly string[];
}

const marks: Readonly<Record<string, string>> = {
  'hidden.weights': 'hidden weight',
  'hidden.bias': 'hidden bias',
  'output.weights': 'output weight',
  'output.bias': 'output bias',
};

/** The derivative of the loss by each of the nine parameters, as the next step uses it. */
export function blameRows(state: State): BlameRow[] {
  const moment = momentOf(state);
  if (!moment) return [];
  return parameters.flatMap(({ name, shape }) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return Array.from({ length: size }, (_, i) => ({
      name: size === 1 ? marks[name] : `${marks[name]} ${i + 1}`,
      cells: learnerNames.map((learner) => {
        const blame = blameOf(moment[learner], name, state.course.rate);
        return blame ? digits(blame[i]) : 'not asked';
      }),
    }));
  });
}

export const hyperparameters = ({ course }: State): [string, string][] => [
  ['Network', xorMlp.architecture.join('; ')],
  ['Initial weights', `Xavier uniform, seed ${course.seed}, the same for both; biases zero`],
  ['Loss', 'logistic, mean over the four points'],
  ['Optimizer', 'gradient descent, all four points in every step'],
  ['Learning rate', formatNumber(course.rate)],
  ['Output unit alone', 'the hidden weights and biases keep their initial values'],
];
