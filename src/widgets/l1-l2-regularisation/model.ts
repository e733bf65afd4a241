/** The figure of penalties as one state: what can happen to it, its link and its table. */

import { members } from '../../recipes/penalty-network.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { describe } from './sentences.ts';
import {
  type Answers,
  countOf,
  fields,
  type MethodName,
  measured,
  methods,
  nearness,
  type Settings,
  type Shipped,
  type State,
  strengthOf,
} from './state.ts';

export type Action =
  | { readonly kind: 'set'; readonly change: Partial<Settings> }
  | { readonly kind: 'go to'; readonly member: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  /** To the next strength, by itself. */
  | { readonly kind: 'walk' }
  | { readonly kind: 'loaded'; readonly shipped: Readonly<Record<MethodName, Shipped>> }
  | { readonly kind: 'answered'; readonly answers: Answers };

const last = members - 1;

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'set':
      return { ...state, settings: { ...state.settings, ...action.change } };
    case 'go to':
      return { ...at(state, action.member), playing: false };
    case 'play':
      // From the end, playing begins again.
      return {
        ...(action.playing && state.settings.member === last ? at(state, 0) : state),
        playing: action.playing,
      };
    case 'walk':
      return walked(state);
    case 'loaded':
      return { ...state, shipped: action.shipped };
    case 'answered':
      return { ...state, answers: action.answers };
  }
}

/** At the next strength; at the last it rests. */
export function walked(state: State): State {
  const next = at(state, state.settings.member + 1);
  return { ...next, playing: state.playing && next.settings.member < last };
}

const at = (state: State, member: number): State => ({
  ...state,
  settings: { ...state.settings, member: Math.min(last, Math.max(0, Math.round(member))) },
});

export const penaltyModel: FigureModel<State, Action, typeof fields> = {
  name: 'l1-l2-regularisation',
  title: 'Weights under a penalty',
  fields,
  initial: (settings, previous) => ({
    settings,
    playing: false,
    shipped: previous?.shipped ?? null,
    answers: previous?.answers ?? null,
  }),
  update,
  settingsOf: ({ settings }) => settings,
  describe,
  table({ settings, shipped }) {
    const { method } = settings;
    const own = shipped?.[method];
    return {
      caption: `${methods[method].title} along λ`,
      columns: [
        'λ',
        'Exactly zero',
        `Nearer than ${nearness}`,
        'Training accuracy',
        'Held-out accuracy',
        'Training loss',
        'Held-out loss',
      ],
      rows: own
        ? methods[method].list.map((_, member) => {
            const { zero, near } = countOf(own.weights, member);
            const measures = (['accuracy', 'loss'] as const).flatMap((measure) =>
              (['training', 'held-out'] as const).map((set) =>
                formatNumber(measured(own, method, set, measure, member), 4),
              ),
            );
            return [formatNumber(strengthOf(settings, member)), String(zero), String(near), ...measures];
          })
        : [],
    };
  },
  hyperparameters: ({ settings, shipped }) =>
    Object.entries(shipped?.[settings.method].card.hyperparameters ?? {}).map(
      ([name, value]) => [name, String(value)] as const,
    ),
  moving: ({ playing }) => playing,
};
