/** All that can happen to the figure of a support vector machine. Nothing here draws, and nothing is solved. */

import type { FigureModel } from '../kit/figure-model.ts';
import { choice, oneOf } from '../kit/settings-fields.ts';
import { describe, hyperparameters, tableOf } from './sentences.ts';
import {
  type Cost,
  costs,
  type KernelName,
  kernelNames,
  type Machine,
  type SetName,
  type State,
  setNames,
} from './state.ts';

export type Action =
  | { readonly kind: 'choose points'; readonly set: SetName }
  | { readonly kind: 'choose kernel'; readonly kernel: KernelName }
  | { readonly kind: 'choose cost'; readonly cost: Cost }
  | { readonly kind: 'solved'; readonly machine: Machine };

const fields = {
  points: choice('points', setNames, 'circles'),
  kernel: choice('kernel', kernelNames, 'square'),
  cost: oneOf('price of a violation', costs, 10),
};

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'support-vector-machine',
  title: 'The margin and the points that hold it',
  fields,
  initial: ({ points, kernel, cost }) => ({ set: points, kernel, cost, machine: null }),
  update,
  settingsOf: ({ set, kernel, cost }) => ({ points: set, kernel, cost }),
  describe,
  table: tableOf,
  hyperparameters,
};

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'choose points':
      return { ...state, set: action.set, machine: null };
    case 'choose kernel':
      return { ...state, kernel: action.kernel, machine: null };
    case 'choose cost':
      return { ...state, cost: action.cost, machine: null };
    case 'solved':
      return { ...state, machine: action.machine };
  }
}
