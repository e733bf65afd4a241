/** The RMSprop figure in words. */

import { formatNumber } from '../kit/number-format.ts';
import { largestNorm, lateAccuracy } from './recurrent.ts';
import {
  type Courses,
  examples,
  type Moment,
  type RacerName,
  type Remedy,
  racerNames,
  remedies,
  type State,
  shownTrainingStep,
  stepsDone,
  trainingSteps,
} from './state.ts';

export const racerTitles: Readonly<Record<RacerName, string>> = {
  sgd: 'Gradient descent',
  momentum: 'Momentum',
  nesterov: 'Nesterov',
  adagrad: 'AdaGrad',
  rmsprop: 'RMSprop',
  adam: 'Adam',
};

export const remedyTitles: Readonly<Record<Remedy, string>> = {
  none: 'Gradient descent',
  clipping: 'With clipping',
  rmsprop: 'RMSprop',
};

export const describe = (state: State): string =>
  ({ saddle: describeRace, recurrent: describeTraining, examples: describeExamples })[state.view](state);

function describeRace(state: State): string {
  const { courses, position, watched, settings } = state;
  if (!courses) return 'The race is being computed.';
  const { moments, divergedAt } = courses[watched];
  const where = `Step ${position}, ${racerTitles[watched]}`;
  if (divergedAt !== null && position >= divergedAt)
    return `${where}: it has diverged; the learning rate ${formatNumber(settings.rates[watched])} is too large for this loss.`;
  const moment = moments[position];
  const ridge =
    settings.offset === 0
      ? ' All start exactly on the ridge, where the slope has no part that leads off it: all stay.'
      : '';
  return `${where}: loss ${formatNumber(moment.loss)} at (${coordinate(moment.w[0])}, ${coordinate(moment.w[1])}). ${dividing(moment)}${ridge} ${arrived(courses, position)}`;
}

function dividing({ scale, effective }: Moment): string {
  const [a, b] = effective.map((one) => formatNumber(one, 2));
  if (!scale) return `Its learning rate is ${a} for both weights.`;
  const [c, d] = scale.map((one) => formatNumber(one, 2));
  return `It divides by ${c} for w₁ and by ${d} for w₂, so the effective rates are ${a} and ${b}.`;
}

/** Who has come down, in the order of arrival. */
function arrived(courses: Courses, position: number): string {
  const there = racerNames
    .flatMap((racer) => {
      const { arrival } = courses[racer];
      return arrival !== null && arrival <= position ? [{ racer, arrival }] : [];
    })
    .sort((a, b) => a.arrival - b.arrival)
    .map(({ racer, arrival }) => `${racerTitles[racer]} (${arrival})`);
  return there.length === 0 ? 'Nobody has arrived yet.' : `Arrived: ${there.join(', ')}.`;
}

function describeTraining(state: State): string {
  const { runs } = state;
  const [done, shown] = [stepsDone(state), shownTrainingStep(state)];
  if (shown < done) return describeTrainingStep(state, shown);
  if (remedies.every((remedy) => runs[remedy].norms.length === 0))
    return 'The recurrent network is being trained, three times from the same start.';
  const parts = remedies
    .filter((remedy) => runs[remedy].norms.length > 0)
    .map((remedy) => {
      const run = runs[remedy];
      const { norm, step } = largestNorm(run);
      return `${remedyTitles[remedy]}: largest gradient ${formatNumber(norm, 2)} at step ${step}, ${percent(lateAccuracy(run))} of the latest answers right`;
    });
  return `${parts.join('; ')}.${done < trainingSteps ? ' Training goes on.' : ''}`;
}

function describeTrainingStep({ runs, training }: State, step: number): string {
  if (step === 0) return 'Before the first step: all three have the same weights.';
  const parts = remedies.map((remedy) => {
    const { norms, losses, accuracies } = runs[remedy];
    const norm = norms[step - 1];
    if (norm === undefined) return `${remedyTitles[remedy]}: ended before`;
    const clipped =
      remedy === 'clipping' && norm > training.limit ? `, clipped to ${formatNumber(training.limit)}` : '';
    return `${remedyTitles[remedy]}: gradient ${formatNumber(norm, 2)} long${clipped}, loss ${formatNumber(losses[step - 1], 2)}, ${percent(accuracies[step - 1])} of the batch right`;
  });
  return `Training step ${step}. ${parts.join('; ')}.`;
}

function describeExamples({ worked, settings }: State): string {
  if (!worked) return 'The examples are being worked out.';
  const { small, large } = worked;
  const bound = formatNumber(large.bound, 4);
  const first =
    small.ratio === null
      ? 'The small example cannot occur.'
      : `A gradient of 0.00001 with a root of 0.00005 moves by ${formatNumber(small.ratio, 3)} times the learning rate.`;
  const second =
    large.ratio === null
      ? `A gradient of ${examples.large.gradient} with a root of ${examples.large.root} cannot occur at ρ = ${settings.form.decay}: no ratio exceeds ${bound}.`
      : `A gradient of ${examples.large.gradient} with a root of ${examples.large.root} moves by ${formatNumber(large.ratio, 3)} times the learning rate; the most at ρ = ${settings.form.decay} is ${bound}.`;
  return `${first} ${second}`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Two decimals, which is what can be seen; more where that would be nothing. */
export const coordinate = (value: number): string =>
  Math.abs(value) < 0.005 ? formatNumber(value, 2) : formatNumber(Math.round(value * 100) / 100, 3);
