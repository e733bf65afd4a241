/** What the figure says in words, and its table. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { classes, parameterCount, perNat, training } from './network.ts';
import {
  chance,
  epochsShown,
  isBroken,
  labelOf,
  momentOf,
  type State,
  stepsInEpoch,
  untrainedMean,
} from './state.ts';

const digits = (value: number) => formatNumber(value, 3);
export const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;

export function describe(state: State): string {
  const moment = momentOf(state);
  if (!moment) return 'The network is being made.';
  const { unit, learningRate } = state.course;
  const shown = epochsShown(state);
  if (isBroken(moment))
    return `In epoch ${shown} the loss is no longer a number: at a learning rate of ${digits(learningRate)} the steps are too large. A smaller rate starts the training again.`;
  const loss = `the training loss is ${digits(moment.training.loss * perNat[unit])} ${unit}`;
  if (shown === 0)
    return `Untrained, the network gets ${percent(moment.training.accuracy)} of the training points right, where guessing among ${classes} classes gets ${percent(chance)}; ${loss}.`;
  const steps = shown * stepsInEpoch(state.course);
  return `After ${shown} ${shown === 1 ? 'epoch' : 'epochs'} (${steps} steps) ${percent(moment.training.accuracy)} of the training points and ${percent(moment.heldOut.accuracy)} of the held-out points are right; ${loss}.`;
}

export function aboutChance(state: State): string {
  const mean = untrainedMean(state);
  if (!mean) return 'Untrained networks are being measured.';
  const all = state.untrained.map(({ accuracy }) => accuracy);
  return `${all.length} networks with fresh weights get between ${percent(Math.min(...all))} and ${percent(Math.max(...all))} of the points right, ${percent(mean.accuracy)} on average: chance is ${percent(chance)}.`;
}

/** What the learning rate did, where it shows. */
export function verdict(state: State): string {
  const { moments } = state;
  const shown = epochsShown(state);
  if (shown < 10) return '';
  const losses = moments.slice(0, shown + 1).map((moment) => moment.training.loss);
  const recent = losses.slice(-10);
  const worst = Math.max(...recent);
  const best = Math.min(...losses);
  if (recent.some((loss) => !Number.isFinite(loss))) return '';
  if (worst > 2 * best + 0.3)
    return 'The loss jumps up and down: the steps are so large that they leap out of the valleys they find.';
  if (losses[shown] > Math.log(classes) - 0.05)
    return 'The loss has hardly moved from that of equal guesses: the steps are too small, or so large that they destroy what they learn.';
  const gap = moments[shown].heldOut.loss - moments[shown].training.loss;
  if (gap > 0.08)
    return 'The training loss lies well below the held-out loss: part of what the network has learnt holds for these points only.';
  return '';
}

export interface Feedback {
  readonly name: string;
  readonly probability: number;
  readonly target: number;
  readonly error: number;
}

/** Each class's probability, what it should have been, and the difference: the signal that goes back. */
export function feedbackOf(state: State): Feedback[] {
  const moment = momentOf(state);
  if (!moment) return [];
  return Array.from({ length: classes }, (_, k) => {
    const probability = moment.probabilities[classes * state.example + k];
    const target = labelOf(state.example) === k ? 1 : 0;
    return { name: classNames[k], probability, target, error: probability - target };
  });
}

/** By the symbol of their points. */
export const classNames = ['disc', 'square', 'triangle'] as const;

export function tableOf(state: State): FigureTable {
  const scale = perNat[state.course.unit];
  return {
    caption: 'The training, epoch by epoch',
    columns: ['Epoch', 'Training loss', 'Held-out loss', 'Training accuracy', 'Held-out accuracy'],
    rows: state.moments
      .slice(0, epochsShown(state) + 1)
      .map((moment, i) => [
        String(i),
        digits(moment.training.loss * scale),
        digits(moment.heldOut.loss * scale),
        percent(moment.training.accuracy),
        percent(moment.heldOut.accuracy),
      ]),
  };
}

export function hyperparameters({ course }: State): (readonly [string, string])[] {
  return [
    ['Network', `2 → 16 → 16 → ${classes}, tanh, softmax: ${parameterCount} parameters`],
    ['Initial weights', `Xavier uniform, seed ${course.seed}; biases zero`],
    ['Data', `${training.count} training and as many held-out points on ${classes} spiral arms, seed 1`],
    ['Loss', `cross-entropy in ${course.unit}, mean over the batch`],
    ['Optimizer', 'stochastic gradient descent'],
    ['Learning rate', digits(course.learningRate)],
    ['Batch size', `${course.batchSize}, shuffled in each epoch`],
  ];
}
