/** The figure of two weights in words. */

import { formatNumber } from '../kit/number-format.ts';
import { costOf } from './balls.ts';
import type { Pair } from './problems.ts';
import {
  type Convention,
  type DecayName,
  decayNames,
  type OptimizerName,
  type PenaltyName,
} from './programs.ts';
import {
  averaged,
  keptOf,
  meanWeights,
  type Race,
  type Settings,
  type State,
  solutionOf,
  strengths,
} from './state.ts';

export const penaltyTitles: Readonly<Record<PenaltyName, string>> = {
  l1: 'L1',
  l2: 'L2',
  elastic: 'Elastic net',
};
export const optimizerTitles: Readonly<Record<OptimizerName, string>> = {
  sgd: 'Gradient descent',
  rmsprop: 'RMSprop',
  adam: 'Adam',
};
export const decayTitles: Readonly<Record<DecayName, string>> = {
  none: 'no decay',
  coupled: 'L2 in the gradient',
  decoupled: 'weight decay beside it',
};

/** The penalised loss as a formula; λ is written as the convention has it. */
export function objectiveOf(penalty: PenaltyName, convention: Convention): string {
  if (penalty === 'l1') return 'L + λ (|w₁| + |w₂|)';
  const square = convention === 'half' ? 'λ/2' : 'λ';
  if (penalty === 'l2') return `L + ${square} (w₁² + w₂²)`;
  return `L + λ/2 (|w₁| + |w₂|) + ${convention === 'half' ? 'λ/4' : 'λ/2'} (w₁² + w₂²)`;
}

/** The steps that find its lowest place; η for the learning rate, g for ∇L. */
export function stepOf(penalty: PenaltyName, convention: Convention): string {
  const two = convention === 'half' ? '' : '2 ';
  if (penalty === 'l1') return 'w ← S(w − η g, η λ)';
  if (penalty === 'l2') return `w ← w − η (g + ${two}λ w)`;
  return `w ← S(w − η (g + ${convention === 'half' ? 'λ/2' : 'λ'} w), η λ/2)`;
}

export const decaySteps: Readonly<Record<OptimizerName, Readonly<Record<DecayName, string>>>> = {
  sgd: {
    none: 'w ← w − η g',
    coupled: 'w ← w − η (g + λ w)',
    decoupled: 'w ← w − η λ w − η g',
  },
  rmsprop: {
    none: 'w ← w − η g / √s(g)',
    coupled: 'w ← w − η (g + λ w) / √s(g + λ w)',
    decoupled: 'w ← w − η λ w − η g / √s(g)',
  },
  adam: {
    none: 'w ← w − η m(g) / √s(g)',
    coupled: 'w ← w − η m(g + λ w) / √s(g + λ w)',
    decoupled: 'w ← w − η λ w − η m(g) / √s(g)',
  },
};

const digits = (value: number) => formatNumber(value, 3);
export const placeText = ([a, b]: Pair): string => `(${weightText(a)}, ${weightText(b)})`;
/** Three decimals can be seen; what is exactly zero says so by being 0. */
const weightText = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.0005 ? digits(value) : formatNumber(Number(value.toFixed(3)), 4);

export const describe = (state: State): string =>
  state.view === 'budget' ? describeBudget(state) : describeRace(state);

function describeBudget(state: State): string {
  const { place, path } = state;
  const solution = solutionOf(state);
  if (!solution || !path) return 'The weights are being computed.';
  const { penalty, convention } = path.settings;
  const { w } = solution;
  const [free] = path.solutions;
  const cost = costOf(w, penalty, convention);
  const lambda = formatNumber(strengths[place]);
  if (place === 0)
    return `λ = 0: nothing is charged, and the best weights are ${placeText(w)} at a loss of ${digits(solution.loss)}.`;
  const ratio = solution.loss / free.loss;
  return (
    `${penaltyTitles[penalty]} at λ = ${lambda}: the best weights are ${placeText(w)}. ${aboutZeros(w)} ` +
    `They cost Ω = ${digits(cost)} instead of ${digits(costOf(free.w, penalty, convention))}, and the loss on the data is ${digits(ratio)} times the lowest.`
  );
}

function aboutZeros([a, b]: Pair): string {
  if (a === 0 && b === 0) return 'Both are exactly zero.';
  if (a === 0) return 'w₁ is exactly zero.';
  if (b === 0) return 'w₂ is exactly zero.';
  return 'Neither is zero.';
}

const percent = (share: number) => `${formatNumber(100 * share, 2)} %`;

function describeRace({ settings, step, race }: State): string {
  if (!race) return 'The descents are being computed.';
  const title = optimizerTitles[settings.optimizer];
  const { courses } = race.result;
  const lost = decayNames.filter((decay) => isLost(race.result, decay, step));
  if (lost.length > 0)
    return `${title}, step ${step}: ${lost.map((decay) => decayTitles[decay]).join(' and ')} ${lost.length > 1 ? 'have' : 'has'} diverged.`;
  if (step === 0) return `${title}, step 0: all three start at (0, 0).`;
  const kept = (decay: DecayName) => {
    const [first, second] = keptOf(race.result, decay, step);
    return `${percent(first)} of w₁ and ${percent(second)} of w₂`;
  };
  return (
    `${title}, step ${step}, λ = ${digits(settings.strength)}. Without decay the weights are ${placeText(meanWeights(courses.none, step))}. ` +
    `L2 in the gradient leaves ${kept('coupled')}, weight decay beside it ${kept('decoupled')} ` +
    `(means of the last ${Math.min(step, averaged)} ${Math.min(step, averaged) === 1 ? 'step' : 'steps'}).`
  );
}

export const isLost = ({ courses }: Race, decay: DecayName, step: number): boolean => {
  const { divergedAt } = courses[decay];
  return divergedAt !== null && step >= divergedAt;
};

/** What m and s stand for in the steps. */
const averagesOf = {
  rmsprop: 's is the running mean of the square of what stands in its brackets.',
  adam: 'm is the running mean of what stands in its brackets, s that of its square.',
} as const;

/** Why the two forms of decay part, or do not. */
export function verdict(settings: Settings): string {
  if (settings.optimizer === 'sgd')
    return 'Gradient descent takes the same path either way: λ w is multiplied by η wherever it stands.';
  return (
    `${averagesOf[settings.optimizer]} ${optimizerTitles[settings.optimizer]} divides what is in the gradient by the size of the gradients. ` +
    `Penalty and loss are divided alike, so L2 in the gradient tends to where plain L2 ends, the ring${settings.data === 'unequal' ? ', and takes most from the weight of the small input' : ''}. ` +
    'Decay beside the step is not divided: each step takes the same share, ηλ, of every weight.'
  );
}

/** Why plain descent cannot take this rate, if it cannot. */
export function whyDiverging({ settings, race }: State): string {
  if (!race || decayNames.every((decay) => race.result.courses[decay].divergedAt === null)) return '';
  const parts = decayNames.flatMap((decay) => {
    const { divergedAt } = race.result.courses[decay];
    return divergedAt === null ? [] : [`${decayTitles[decay]} (step ${divergedAt})`];
  });
  return (
    `Diverged: ${parts.join(', ')}. A step multiplies the error along a direction of curvature λ by |1 − ηλ|, and η = ${digits(settings.learningRate)} ` +
    'is beyond 2 divided by the steepest curvature of some minibatch.'
  );
}

export const drawnSentence = (state: State): string =>
  state.view === 'budget'
    ? `Lines of equal loss over two weights, and all weights that cost what the best ones do. ${describe(state)}`
    : `Lines of equal loss over two weights, and three descents that differ in their decay. ${describe(state)}`;
