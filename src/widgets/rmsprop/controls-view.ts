/** What the reader sets in the RMSprop figure. */

import { listSlider, segmentedChoice } from '../kit/controls.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { slider } from '../kit/slider.ts';
import { toggle } from '../kit/toggle.ts';
import type { Action } from './model.ts';
import { racerTitles } from './sentences.ts';
import {
  type ConventionName,
  conventions,
  decays,
  epsilons,
  gains,
  limits,
  offsets,
  type RacerName,
  rateRange,
  type State,
  trainingRates,
  type ViewName,
} from './state.ts';

type Dispatch = (action: Action) => void;

const viewTitles: Readonly<Record<ViewName, string>> = {
  saddle: 'Saddle race',
  recurrent: 'Recurrent network',
  examples: 'Two numbers',
};

export const viewChoice = (dispatch: Dispatch): Part<State> =>
  control(
    segmentedChoice<ViewName>('Show', viewTitles, (view) => dispatch({ kind: 'show', view })),
    ({ view }) => view,
  );

/** Of the race alone. */
export const raceControls = (dispatch: Dispatch): Part<State>[] => [
  control(
    segmentedChoice<RacerName>('Watch', racerTitles, (racer) => dispatch({ kind: 'watch', racer })),
    ({ watched }) => watched,
  ),
  ratePart(dispatch),
  listPart(
    'Start off the ridge',
    offsets,
    ({ settings }) => settings.offset,
    (offset) => dispatch({ kind: 'set', change: { offset } }),
  ),
  control(
    toggle('Data turned by 45°', (turned) => dispatch({ kind: 'set', change: { turned } })),
    ({ settings }) => settings.turned,
  ),
];

/** Of RMSprop: the conventions, and each number by itself. */
export function formControls(dispatch: Dispatch): Part<State>[] {
  const titles = Object.fromEntries(
    Object.entries(conventions).map(([name, { title }]) => [name, title]),
  ) as Record<ConventionName, string>;
  return [
    control(
      segmentedChoice<ConventionName | 'own'>('RMSprop as in', { ...titles, own: 'own' }, (name) => {
        if (name !== 'own') dispatch({ kind: 'choose convention', name });
      }),
      conventionOf,
    ),
    listPart(
      'Decay ρ',
      decays,
      ({ settings }) => settings.form.decay,
      (decay) => dispatch({ kind: 'set form', change: { decay } }),
    ),
    listPart(
      'Epsilon ε',
      epsilons,
      ({ settings }) => settings.form.epsilon,
      (epsilon) => dispatch({ kind: 'set form', change: { epsilon } }),
    ),
    control(
      toggle('ε inside the root', (epsilonInside) =>
        dispatch({ kind: 'set form', change: { epsilonInside } }),
      ),
      ({ settings }) => settings.form.epsilonInside,
    ),
    control(
      toggle('Centred', (centred) => dispatch({ kind: 'set form', change: { centred } })),
      ({ settings }) => settings.form.centred,
    ),
  ];
}

function control<Value>(
  made: { readonly element: HTMLElement; set(value: Value): void },
  of: (state: State) => Value,
): Part<State> {
  return { element: made.element, render: (state) => made.set(of(state)) };
}

/** The named convention that has the present settings, or "own". */
export const conventionOf = ({ settings: { form } }: State): ConventionName | 'own' =>
  (Object.keys(conventions) as ConventionName[]).find((name) =>
    Object.entries(conventions[name].form).every(([key, value]) => form[key as keyof typeof form] === value),
  ) ?? 'own';

function listPart(
  label: string,
  values: readonly number[],
  of: (state: State) => number,
  onChoose: (value: number) => void,
): Part<State> {
  const list = listSlider(label, (index) => onChoose(values[index]));
  list.setRange(values.length, (index) => (values[index] === 0 ? '0' : formatNumber(values[index], 4)));
  return control(list, (state) => Math.max(0, values.indexOf(of(state))));
}

function ratePart(dispatch: Dispatch): Part<State> {
  return control(
    slider({
      label: 'Learning rate of the one watched',
      min: rateRange[0],
      max: rateRange[1],
      scale: 'log',
      onChange: (rate) => dispatch({ kind: 'set rate', rate }),
    }),
    ({ settings, watched }) => settings.rates[watched],
  );
}

/** Of the recurrent network. */
export const recurrentControls = (dispatch: Dispatch): Part<State>[] => [
  listPart(
    'Size of the recurrent weights',
    gains,
    ({ training }) => training.gain,
    (gain) => dispatch({ kind: 'set training', change: { gain } }),
  ),
  listPart(
    'Learning rate of gradient descent',
    trainingRates,
    ({ training }) => training.rate,
    (rate) => dispatch({ kind: 'set training', change: { rate } }),
  ),
  listPart(
    'Clip gradients longer than',
    limits,
    ({ training }) => training.limit,
    (limit) => dispatch({ kind: 'set training', change: { limit } }),
  ),
];
