/** What the figure of penalties knows, its link, its sentence and its table. Pure. */

import type { ModelCard } from '../../recipes/model-card.ts';
import { classes, members, strengths } from '../../recipes/penalty-network.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { Settings as SettingsOf } from '../kit/settings.ts';
import { choice, whole } from '../kit/settings-fields.ts';

export const methods = {
  proximal: { model: 'digits-l1-proximal', title: 'L1, proximal', list: strengths.l1 },
  subgradient: { model: 'digits-l1-subgradient', title: 'L1, subgradient', list: strengths.l1 },
  l2: { model: 'digits-l2', title: 'L2', list: strengths.l2 },
} as const;
export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as MethodName[];

const fields = {
  method: choice('method', ['proximal', 'subgradient', 'l2'], 'proximal'),
  member: whole('place of λ', { min: 0, max: members - 1 }, 3),
  digit: whole('digit', { min: 0, max: 9 }, 3),
  convention: choice('convention', ['half', 'whole'], 'half'),
};
export type Settings = SettingsOf<typeof fields>;

export interface Shipped {
  readonly card: ModelCard;
  /** Shape [784, 70]. */
  readonly weights: Float32Array;
}
export interface State {
  readonly settings: Settings;
  readonly shipped: Readonly<Record<MethodName, Shipped>> | null;
  /** Probabilities of the digits, for each member. */
  readonly answers: Float32Array | null;
}
export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  | { readonly kind: 'loaded'; readonly shipped: Readonly<Record<MethodName, Shipped>> }
  | { readonly kind: 'answered'; readonly answers: Float32Array };

/** Weights of one member, shape [784, 10]. */
export const weightsOf = (all: Float32Array, member: number): Float32Array =>
  Float32Array.from({ length: 784 * classes }, (_, i) => {
    const [pixel, digit] = [Math.floor(i / classes), i % classes];
    return all[pixel * members * classes + member * classes + digit];
  });

export interface Count {
  /** Weights of pixels that some training digit has ink on; without penalty, none of them is zero. */
  readonly inked: number;
  readonly zero: number;
  /** Not zero, yet nearer to it than 0.001. */
  readonly near: number;
}

export function countOf(all: Float32Array, member: number): Count {
  const free = weightsOf(all, 0);
  let [inked, zero, near] = [0, 0, 0];
  weightsOf(all, member).forEach((weight, i) => {
    if (free[i] === 0) return;
    inked++;
    if (weight === 0) zero++;
    else if (Math.abs(weight) < 0.001) near++;
  });
  return { inked, zero, near };
}

/** λ as the convention writes it: for L2, λ/2 ‖w‖² or λ ‖w‖². */
export const strengthOf = ({ method, member, convention }: Settings, at = member): number =>
  methods[method].list[at] / (method === 'l2' && convention === 'whole' ? 2 : 1);

export const answerOf = (answers: Float32Array, member: number): number[] =>
  Array.from(answers.subarray(member * classes, (member + 1) * classes));

export const penaltyModel: FigureModel<State, Action, typeof fields> = {
  name: 'l1-l2-regularisation',
  title: 'Weights under a penalty',
  fields,
  initial: (settings, previous) => ({ settings, shipped: previous?.shipped ?? null, answers: null }),
  update(state, action) {
    switch (action.kind) {
      case 'set':
        return { ...state, settings: { ...state.settings, ...action.change } };
      case 'loaded':
        return { ...state, shipped: action.shipped };
      case 'answered':
        return { ...state, answers: action.answers };
    }
  },
  settingsOf: ({ settings }) => settings,
  describe({ settings, shipped }) {
    if (!shipped) return 'The regressions are being loaded.';
    const { method, member } = settings;
    const { inked, zero, near } = countOf(shipped[method].weights, member);
    const { metrics } = shipped[method].card;
    const own = methods[method].list[member];
    return (
      `${methods[method].title} with λ = ${formatNumber(strengthOf(settings))}: of ${inked} weights of inked pixels ${zero} are exactly zero and ${near} more lie within 0.001 of it. ` +
      `Training digits right: ${formatNumber(metrics[`training accuracy at ${own}`])}; held-out: ${formatNumber(metrics[`held-out accuracy at ${own}`])}.`
    );
  },
  table: ({ settings, shipped }) => ({
    caption: `${methods[settings.method].title} along λ`,
    columns: ['λ', 'Exactly zero', 'Within 0.001', 'Training accuracy', 'Held-out accuracy'],
    rows: shipped
      ? methods[settings.method].list.map((own, at) => {
          const { card, weights } = shipped[settings.method];
          const { zero, near } = countOf(weights, at);
          return [
            formatNumber(strengthOf(settings, at)),
            String(zero),
            String(near),
            formatNumber(card.metrics[`training accuracy at ${own}`], 4),
            formatNumber(card.metrics[`held-out accuracy at ${own}`], 4),
          ];
        })
      : [],
  }),
  hyperparameters: ({ settings, shipped }) =>
    Object.entries(shipped?.[settings.method].card.hyperparameters ?? {}).map(
      ([name, value]) => [name, String(value)] as const,
    ),
};
