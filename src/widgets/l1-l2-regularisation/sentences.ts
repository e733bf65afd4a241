/** The figure of penalties in words. */

import { learningRate } from '../../recipes/penalty-network.ts';
import { formatNumber } from '../kit/number-format.ts';
import {
  bestMember,
  type Count,
  countOf,
  measured,
  methods,
  nearness,
  type Settings,
  type Shipped,
  type State,
  strengthOf,
} from './state.ts';

export const grouped = (count: number): string => count.toLocaleString('en-GB');
export const percent = (share: number): string => `${formatNumber(100 * share)} %`;

export function describe({ settings, shipped }: State): string {
  if (!shipped) return 'The regressions are being loaded.';
  const { method, member } = settings;
  const own = shipped[method];
  const right = (set: 'training' | 'held-out', at = member) => measured(own, method, set, 'accuracy', at);
  const gain = 100 * (right('held-out') - right('held-out', 0));
  return (
    `${methods[method].title}, λ = ${formatNumber(strengthOf(settings))}: ${aboutZeros(countOf(own.weights, member))} ` +
    `${percent(right('training'))} of the training digits and ${percent(right('held-out'))} of the held-out digits are right` +
    `${member === 0 ? '' : `, ${compared(gain)}`}; held-out loss ${formatNumber(measured(own, method, 'held-out', 'loss', member))}.`
  );
}

function aboutZeros({ inked, zero, near }: Count): string {
  const of = `of ${grouped(inked)} weights`;
  return `${of}, ${grouped(zero)} are exactly zero and ${grouped(near)} more nearer to it than ${nearness}.`;
}

/** Points of a hundred, to two decimals. */
function compared(gain: number): string {
  const points = formatNumber(Number(Math.abs(gain).toFixed(2)));
  if (points === '0') return 'as many as without a penalty';
  return `${points} points ${gain > 0 ? 'more' : 'fewer'} than without a penalty`;
}

/** Where the held-out curves turn. */
export function turningPoint(shipped: Shipped, settings: Settings): string {
  const { method } = settings;
  const [least, most] = (['loss', 'accuracy'] as const).map((measure) =>
    bestMember(shipped, method, measure),
  );
  const lambda = (member: number) => formatNumber(strengthOf(settings, member));
  const loss = (member: number) => formatNumber(measured(shipped, method, 'held-out', 'loss', member));
  const answers =
    most === 0
      ? 'Most held-out digits are right without a penalty'
      : `Most held-out digits are right at λ = ${lambda(most)}`;
  return (
    `The held-out loss falls from ${loss(0)} without a penalty to ${loss(least)} at λ = ${lambda(least)} and rises again. ${answers}. ` +
    'On the training digits both only get worse as λ grows.'
  );
}

/** What happens to a weight near zero, in this method. */
export function aboutSteps(settings: Settings): string {
  const hop = formatNumber(learningRate * strengthOf(settings));
  return {
    proximal: `Soft thresholding takes ηλ = ${hop} off every weight and stops at zero: a weight with too little pull stays there.`,
    subgradient: `The penalty moves every weight by ηλ = ${hop}, however small it is: near zero it hops from one side to the other.`,
    l2: 'The pull of L2 is proportional to the weight: it fades before zero is reached.',
  }[settings.method];
}

export function objectiveOf({ method, convention }: Settings): string {
  if (method !== 'l2') return 'L + λ Σ |w|';
  return convention === 'half' ? 'L + λ/2 Σ w²' : 'L + λ Σ w²';
}

/** The step with its numbers. */
export function stepOf(settings: Settings): string {
  const lambda = formatNumber(strengthOf(settings));
  if (settings.method === 'proximal') return `w ← S(w − ${learningRate} g, ${learningRate} · ${lambda})`;
  if (settings.method === 'subgradient') return `w ← w − ${learningRate} (g + ${lambda} sign w)`;
  return `w ← w − ${learningRate} (g + ${settings.convention === 'half' ? '' : '2 · '}${lambda} w)`;
}
