/** The RMSprop figure in numbers: its table and its hyper-parameters. */

import { lag, recallRun, symbols, units } from '../../recipes/recall-network.ts';
import { variances } from '../../recipes/tied-autoencoder.ts';
import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { momentum } from './programs.ts';
import { largestNorm, lateAccuracy } from './recurrent.ts';
import { coordinate, percent, racerTitles, remedyTitles } from './sentences.ts';
import {
  exampleNames,
  examples,
  type Form,
  racerNames,
  remedies,
  rmspropRate,
  type State,
  shownTrainingStep,
  startHeight,
  trainingSteps,
} from './state.ts';

export const tableOf = (state: State): FigureTable =>
  ({ saddle: raceTable, recurrent: trainingTable, examples: examplesTable })[state.view](state);

function raceTable({ courses, position, settings }: State): FigureTable {
  return {
    caption: `The racers at step ${position}`,
    columns: [
      'Method',
      'Learning rate',
      'w₁',
      'w₂',
      'Loss',
      '√v₁',
      '√v₂',
      'Rate of w₁',
      'Rate of w₂',
      'Arrives',
    ],
    rows: racerNames.map((racer) => {
      const start = [racerTitles[racer], formatNumber(settings.rates[racer])];
      const course = courses?.[racer];
      if (!course) return [...start, ...Array<string>(8).fill('–')];
      if (course.divergedAt !== null && position >= course.divergedAt)
        return [...start, '–', '–', 'diverged', '–', '–', '–', '–', '–'];
      const { w, loss, scale, effective } = course.moments[position];
      return [
        ...start,
        coordinate(w[0]),
        coordinate(w[1]),
        formatNumber(loss, 4),
        ...(scale ?? [null, null]).map((one) => (one === null ? '–' : formatNumber(one))),
        ...effective.map((one) => formatNumber(one)),
        course.arrival === null ? 'not in time' : `after ${course.arrival} steps`,
      ];
    }),
  };
}

function trainingTable(state: State): FigureTable {
  const { runs, training } = state;
  const shown = shownTrainingStep(state);
  return {
    caption: 'The recurrent network under three remedies',
    columns: [
      'Method',
      'Learning rate',
      'Steps',
      'Largest gradient',
      'at step',
      'Latest loss',
      'Latest answers right',
      `Gradient at step ${shown}`,
      `Loss at step ${shown}`,
    ],
    rows: remedies.map((remedy) => {
      const run = runs[remedy];
      const rate = formatNumber(remedy === 'rmsprop' ? rmspropRate : training.rate);
      if (run.norms.length === 0) return [remedyTitles[remedy], rate, '0', '–', '–', '–', '–', '–', '–'];
      const { norm, step } = largestNorm(run);
      const latest = run.losses[run.losses.length - 1];
      return [
        remedyTitles[remedy],
        rate,
        String(run.norms.length),
        formatNumber(norm),
        String(step),
        formatNumber(latest),
        percent(lateAccuracy(run)),
        ...[run.norms, run.losses].map((all) => {
          const value = all[shown - 1];
          return value === undefined ? '–' : formatNumber(value);
        }),
      ];
    }),
  };
}

function examplesTable({ worked, settings }: State): FigureTable {
  return {
    caption: `Two gradients under ρ = ${settings.form.decay}, ε = ${formatNumber(settings.form.epsilon)} ${placeOf(settings.form)}`,
    columns: [
      'Gradient g',
      'Root √v',
      'Mean square needed before',
      'Step over learning rate',
      'Most possible',
    ],
    rows: exampleNames.map((name) => {
      const { gradient, root } = examples[name];
      const one = worked?.[name];
      const given = [formatNumber(gradient), formatNumber(root)];
      if (!one) return [...given, '–', '–', '–'];
      return [
        ...given,
        one.before === null ? 'below 0: impossible' : formatNumber(one.before),
        one.ratio === null ? 'cannot occur' : formatNumber(one.ratio, 4),
        formatNumber(one.bound, 4),
      ];
    }),
  };
}

export const placeOf = ({ epsilonInside }: Pick<Form, 'epsilonInside'>): string =>
  epsilonInside ? 'inside the root' : 'outside the root';

export function hyperparametersOf(state: State): [string, string][] {
  const { form, offset, turned, rates } = state.settings;
  const rmsprop: [string, string][] = [
    ['RMSprop: decay ρ', String(form.decay)],
    ['RMSprop: ε', `${formatNumber(form.epsilon)}, ${placeOf(form)}`],
    ['RMSprop: centred', form.centred ? 'yes' : 'no'],
  ];
  if (state.view === 'examples') return rmsprop;
  if (state.view === 'recurrent')
    return [
      ['Network', `recurrent, ${units} tanh units, ${lag + 2} time steps`],
      ['Task', `name the first of ${lag + 2} symbols, one of ${symbols}, at the end`],
      ['Batch', `${recallRun.batchSize} new sequences a step, ${trainingSteps} steps`],
      ['Recurrent weights at the start', `normal, standard deviation ${state.training.gain}/√${units}`],
      ['Seeds', `${recallRun.startSeed} for the weights, ${recallRun.dataSeed} for the sequences`],
      ['Learning rate of gradient descent', formatNumber(state.training.rate)],
      ['Limit of the gradient’s norm', formatNumber(state.training.limit)],
      ['RMSprop', `learning rate ${rmspropRate}, ρ 0.9, ε 10⁻⁸ outside the root`],
    ];
  return [
    [
      'Loss',
      `linear autoencoder, one hidden unit, tied weights, on four points; variances ${variances.join(' and ')}`,
    ],
    ['Start', `${formatNumber(offset)} off the ridge, ${startHeight} up it`],
    ['Axes of the data', turned ? 'the diagonals' : 'the axes of the weights'],
    ...racerNames.map((racer): [string, string] => [
      `${racerTitles[racer]}: learning rate`,
      formatNumber(rates[racer]),
    ]),
    ['Momentum, Nesterov: momentum', String(momentum)],
    ...rmsprop,
    ['AdaGrad: ε', formatNumber(1e-10)],
    ['Adam: β₁, β₂, ε', `0.9, 0.999, ${formatNumber(1e-8)}`],
  ];
}
