/** The perceptron figure: one state, from which drawing, table, sentence and link come. */

import perceptron from '../../recipes/perceptron.ts';
import xorNetwork from '../../recipes/xor-mlp.ts';
import type { FigureModel, FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { labellings, labelText, tieRules } from './conventions.ts';
import { isRight, mostPasses } from './course.ts';
import { describe } from './sentences.ts';
import { fields, settingsOf, stateOf } from './settings.ts';
import { rules, type State } from './state.ts';
import { blockSizes, streamLength } from './stream.ts';
import { streamSeed } from './stream-source.ts';
import { type Action, update } from './update.ts';

export const perceptronModel: FigureModel<State, Action, typeof fields> = {
  name: 'perceptron',
  title: 'The perceptron',
  fields,
  initial(settings, previous) {
    const state = stateOf(settings);
    return previous ? update(state, { kind: 'loaded', shipped: previous.shipped }) : state;
  },
  update,
  settingsOf,
  describe,
  table,
  hyperparameters,
  moving: ({ motion, stream }) => motion !== 'resting' || stream.motion !== 'resting',
};

function table(state: State): FigureTable {
  if (state.view === 'stream')
    return {
      caption: 'Mistakes along the stream',
      columns: ['mistake', 'after so many points'],
      rows: state.stream.curve.map(([seen, mistakes]) => [String(mistakes), seen.toLocaleString('en')]),
    };
  const isHidden = state.view === 'hidden';
  const rival = state.measured?.rival;
  return {
    caption: isHidden ? 'The points and what the network answers' : 'The points and what the unit answers',
    columns: [
      'point',
      'x₁',
      'x₂',
      'wanted',
      isHidden ? 'probability' : 'sum',
      'verdict',
      ...(rival ? ['sum, delta rule', 'verdict, delta rule'] : []),
    ],
    rows: state.points.map(({ at, label }, i) => {
      const outcome = state.measured?.outcomes[i];
      const other = rival?.outcomes[i];
      return [
        String(i + 1),
        ...at.map((one) => formatNumber(one)),
        labelText(label, state.labels),
        outcome ? formatNumber(outcome.score + (isHidden ? 0.5 : 0)) : '',
        outcome ? (isRight(state, i) ? 'right' : 'wrong') : '',
        ...(other ? [formatNumber(other.score), other.score * label > 0 ? 'right' : 'wrong'] : []),
      ];
    }),
  };
}

function hyperparameters(state: State): [string, string][] {
  const { view, stream, rule } = state;
  if (view === 'hidden')
    return [['Network', xorNetwork.architecture.join('; ')], ...Object.entries(xorNetwork.hyperparameters)];
  if (view === 'stream')
    return [
      ['Rule', rules.perceptron.title],
      ['Learning rate', '1'],
      ['Initial weights', 'zero'],
      ['Points', streamLength.toLocaleString('en')],
      ['Least distance from the line', formatNumber(stream.margin)],
      ['Seed of the points', String(streamSeed)],
      ['Points for each run of the model', String(blockSizes[stream.blocks])],
    ];
  const isRecorded = state.moment !== null;
  return [
    [
      'Rule',
      view === 'rules' ? `${rules.perceptron.title}, ${rules.delta.title.toLowerCase()}` : rules[rule].title,
    ],
    ['Learning rate', view === 'rules' ? `1 and ${rules.delta.usualRate}` : formatNumber(state.learningRate)],
    [
      'Starting weights b, w₁, w₂',
      [state.start.bias, ...state.start.weights].map((one) => formatNumber(one)).join(', '),
    ],
    ['Order', 'round and round, as the points are numbered'],
    ['Labels', labellings[state.labels]],
    ['A sum of 0 is', tieRules[state.ties]],
    ['A run ends', `after a pass without a mistake, a pass that repeats, or ${mostPasses} passes`],
    ...(isRecorded ? [['Seed of the recorded training', String(perceptron.seed)] as [string, string]] : []),
  ];
}
