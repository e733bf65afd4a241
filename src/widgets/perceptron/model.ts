/** All that can happen to the perceptron figure's state. Nothing here draws, and no model runs. */

import { corners, type Label, mostPoints, ownStart, type Point, type PresetName, tidy } from './points.ts';
import type { Split } from './splits.ts';
import {
  canAdd,
  canMove,
  learningRates,
  type Measured,
  type RuleName,
  rules,
  type Shipped,
  type State,
  sameUnit,
  type Unit,
  type Update,
  unitOf,
  zero,
} from './state.ts';

export type Action =
  | { readonly kind: 'loaded'; readonly shipped: Shipped }
  | { readonly kind: 'choose preset'; readonly preset: PresetName }
  | { readonly kind: 'choose rule'; readonly rule: RuleName }
  | { readonly kind: 'set learning rate'; readonly learningRate: number }
  | { readonly kind: 'move'; readonly motion: State['motion'] }
  | { readonly kind: 'step back' }
  | { readonly kind: 'reset' }
  /** The way out when the weights have run away. */
  | { readonly kind: 'recover' }
  | { readonly kind: 'stepped'; readonly update: Update }
  | { readonly kind: 'show moment'; readonly moment: number }
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'select point'; readonly point: number | null }
  | { readonly kind: 'move point'; readonly point: number; readonly to: readonly [number, number] }
  | { readonly kind: 'shift point'; readonly point: number; readonly by: readonly [number, number] }
  | { readonly kind: 'flip point'; readonly point: number }
  | { readonly kind: 'remove point'; readonly point: number }
  | { readonly kind: 'add point'; readonly at: readonly [number, number] }
  | { readonly kind: 'choose new label'; readonly label: Label }
  | { readonly kind: 'show hidden layer'; readonly shown: boolean }
  | { readonly kind: 'show network moment'; readonly moment: number }
  | { readonly kind: 'show split'; readonly split: Split | null };

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'loaded':
      return startOver({ ...state, shipped: action.shipped }, state.preset);
    case 'choose preset':
      return startOver(state, action.preset);
    case 'choose rule':
      return chooseRule(state, action.rule);
    case 'set learning rate':
      return { ...withoutFuture(state), learningRate: action.learningRate };
    case 'move':
      return { ...state, motion: canMove(state) ? action.motion : 'resting' };
    case 'step back':
      return { ...state, motion: 'resting', position: Math.max(0, state.position - 1) };
    case 'reset':
      return { ...fromUnit(state, zero), split: null };
    case 'recover': {
      const smaller = learningRates.filter((rate) => rate < state.learningRate);
      const usual = Math.min(rules[state.rule].usualRate, smaller.at(-1) ?? state.learningRate);
      return { ...fromUnit(state, zero), learningRate: usual };
    }
    case 'stepped':
      return stepped(state, action.update);
    case 'show moment': {
      const { unit } = state.shipped[state.rule][action.moment];
      return { ...fromUnit(state, unit), moment: action.moment };
    }
    case 'measured':
      return action.measured.outcomes.length === state.points.length
        ? { ...state, measured: action.measured }
        : state;
    case 'select point':
      return { ...state, selected: action.point };
    case 'move point':
      return edited(state, (points) => replaced(points, action.point, { at: tidy(action.to) }), action.point);
    case 'shift point': {
      const [x1, x2] = state.points[action.point].at;
      const to = tidy([x1 + action.by[0], x2 + action.by[1]]);
      return edited(state, (points) => replaced(points, action.point, { at: to }), action.point);
    }
    case 'flip point': {
      const label = state.points[action.point].label === 1 ? -1 : 1;
      return edited(state, (points) => replaced(points, action.point, { label }), action.point);
    }
    case 'remove point': {
      const left = state.points.length - 1;
      const next = left === 0 ? null : Math.min(action.point, left - 1);
      return edited(state, (points) => points.filter((_, i) => i !== action.point), next);
    }
    case 'add point':
      return canAdd(state)
        ? edited(
            state,
            (points) => [...points, { at: tidy(action.at), label: state.newLabel }],
            state.points.length,
          )
        : state;
    case 'choose new label':
      return { ...state, newLabel: action.label };
    case 'show hidden layer':
      return showHiddenLayer(state, action.shown);
    case 'show network moment':
      return { ...state, networkMoment: action.moment };
    case 'show split':
      return { ...state, split: action.split };
  }
}

function startOver(state: State, preset: PresetName): State {
  const own = state.points.length > 0 && state.points.length <= mostPoints ? state.points : ownStart;
  const points = { ...corners, separable: state.shipped.points, own }[preset];
  const fresh = {
    ...fromUnit({ ...state, points }, zero),
    preset,
    selected: null,
    hiddenLayer: false,
    split: null,
  };
  const moments = state.shipped[state.rule];
  return preset === 'separable' && moments.length > 0
    ? update(fresh, { kind: 'show moment', moment: moments.length - 1 })
    : fresh;
}

function chooseRule(state: State, rule: RuleName): State {
  if (rule === state.rule) return state;
  const isUsual = state.learningRate === rules[state.rule].usualRate;
  const learningRate = isUsual ? rules[rule].usualRate : state.learningRate;
  return { ...fromUnit(state, unitOf(state)), rule, learningRate };
}

/** At the end of its training; played from the start on demand. */
function showHiddenLayer(state: State, shown: boolean): State {
  const hiddenLayer = shown && state.preset === 'xor' && state.shipped.network.length > 0;
  const networkMoment = Math.max(0, state.shipped.network.length - 1);
  return {
    ...state,
    motion: 'resting',
    hiddenLayer,
    networkMoment,
    measured: null,
    split: null,
    selected: null,
  };
}

/** A new trail of updates, from the given unit. */
const fromUnit = (state: State, start: Unit): State => ({
  ...state,
  start,
  updates: [],
  position: 0,
  motion: 'resting',
  moment: null,
  measured: null,
});

const withoutFuture = (state: State): State => ({
  ...state,
  updates: state.updates.slice(0, state.position),
});

function stepped(state: State, next: Update): State {
  if (!sameUnit(next.before, unitOf(state))) return state;
  const { updates, position } = withoutFuture(state);
  return {
    ...state,
    updates: [...updates, next],
    position: position + 1,
    motion: state.motion === 'one step' ? 'resting' : state.motion,
    moment: null,
  };
}

/** Changed points begin a new trail from the unit as it is: what was logged was about other points. */
const edited = (
  state: State,
  change: (points: readonly Point[]) => readonly Point[],
  selected: number | null,
): State => ({
  ...fromUnit(state, unitOf(state)),
  points: change(state.points),
  // A dragged point keeps its look until the model has answered again.
  measured: change(state.points).length === state.points.length ? state.measured : null,
  preset: 'own',
  selected,
  hiddenLayer: false,
  split: null,
});

const replaced = (points: readonly Point[], index: number, change: Partial<Point>): Point[] =>
  points.map((point, i) => (i === index ? { ...point, ...change } : point));
