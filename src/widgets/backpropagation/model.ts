/** The backpropagation figure's state and how it changes. Pure: the graphs are run elsewhere. */

import type { Numbers } from '../kit/engine.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import type { Speed } from '../kit/step-bar.ts';
import type { Form } from './graphs.ts';
import { stepsOf } from './names.ts';
import { type InputNumbers, listOf, numbersFrom, type Place, places, withNumber } from './numbers.ts';
import { describe, hyperparameters, table } from './sentences.ts';
import { type Check, fields, type Moment, type State, stepsIn } from './state.ts';

export type Action =
  | { readonly kind: 'loaded'; readonly moments: readonly Moment[] }
  | { readonly kind: 'choose form'; readonly form: Partial<Form> }
  | { readonly kind: 'show node'; readonly node: number }
  | { readonly kind: 'next node' }
  | { readonly kind: 'move'; readonly motion: State['motion'] }
  | { readonly kind: 'choose speed'; readonly speed: Speed }
  | { readonly kind: 'work out'; readonly cell: number }
  | { readonly kind: 'pick'; readonly place: Place }
  | { readonly kind: 'set number'; readonly value: number }
  | { readonly kind: 'choose rate'; readonly rate: State['rate'] }
  | { readonly kind: 'choose difference'; readonly difference: State['difference'] }
  | { readonly kind: 'show moment'; readonly moment: number }
  | { readonly kind: 'trained'; readonly from: InputNumbers; readonly numbers: InputNumbers }
  | { readonly kind: 'passed'; readonly form: Form; readonly of: InputNumbers; readonly values: Numbers }
  | { readonly kind: 'checked'; readonly check: Check };

function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'loaded':
      return { ...state, moments: action.moments };
    case 'choose form':
      return inForm(state, { ...state.form, ...action.form });
    case 'show node':
      return atNode({ ...state, motion: 'resting' }, action.node);
    case 'next node':
      return atNode(state, state.node + 1);
    case 'move':
      return { ...state, motion: action.motion };
    case 'choose speed':
      return { ...state, speed: action.speed };
    case 'work out':
      return { ...state, cell: action.cell };
    case 'pick':
      return { ...state, pick: action.place, check: null };
    case 'set number':
      return withNumbers(state, withNumber(state.numbers, state.pick, action.value));
    case 'choose rate':
      return { ...state, rate: action.rate };
    case 'choose difference':
      return { ...state, difference: action.difference, check: null };
    case 'show moment':
      return { ...withNumbers(state, state.moments[action.moment].numbers), moment: action.moment };
    case 'trained':
      return action.from === state.numbers
        ? { ...withNumbers(state, action.numbers), trained: state.trained + 1 }
        : state;
    case 'passed':
      return action.of === state.numbers ? passed(state, action.form, action.values) : state;
    case 'checked':
      return { ...state, check: action.check };
  }
}

const withNumbers = (state: State, numbers: InputNumbers): State => ({
  ...state,
  numbers,
  trained: 0,
  moment: null,
  check: null,
});

/** The walk stands at the node that makes the same thing in the other form, if there is one. */
function inForm(state: State, form: Form): State {
  const { symbol } = stepsIn(state)[state.node];
  const same = stepsOf(form).findIndex((step) => step.symbol === symbol);
  const next: State = { ...state, form, moved: {}, check: null, motion: 'resting' };
  return atNode(next, same < 0 ? state.node : same);
}

function atNode(state: State, asked: number): State {
  const last = stepsIn(state).length - 1;
  const node = Math.min(last, Math.max(0, asked));
  return node === state.node ? state : { ...state, node, cell: 0 };
}

/** Marks what has moved since the numbers before, if both are of one form. */
function passed(state: State, form: Form, values: Numbers): State {
  const before = state.pass?.form === form ? state.pass.values : null;
  const moved = Object.fromEntries(
    Object.entries(values).map(([name, numbers]) => [
      name,
      Array.from(numbers, (one, i) => before !== null && !Object.is(one, before[name][i])),
    ]),
  );
  const isSame = Object.values(moved).every((list) => !list.includes(true));
  return { ...state, pass: { form, values }, moved: before === null || isSame ? state.moved : moved };
}

export const backpropagationModel: FigureModel<State, Action, typeof fields> = {
  name: 'backpropagation',
  title: 'Forward and backward pass of a half adder, one node at a time',
  fields,
  initial(settings, previous) {
    const { layout, activation, node, cell, pick, rate, difference } = settings;
    const form = { layout, activation };
    const last = stepsOf(form).length - 1;
    return {
      form,
      node: Math.min(last, node - 1),
      cell,
      pick: places[pick],
      rate,
      difference,
      numbers: numbersFrom(settings.numbers.map(Math.fround)),
      pass: null,
      moved: {},
      check: null,
      trained: 0,
      moments: previous?.moments ?? [],
      moment: null,
      motion: 'resting',
      speed: 'normal',
    };
  },
  update,
  settingsOf: ({ form, node, cell, pick, rate, difference, numbers }) => ({
    ...form,
    node: node + 1,
    cell,
    pick: places.findIndex(({ name, index }) => name === pick.name && index === pick.index),
    rate: rate as 1,
    difference: difference as 1,
    numbers: listOf(numbers),
  }),
  describe,
  table,
  hyperparameters,
  moving: ({ motion }) => motion === 'playing',
};
