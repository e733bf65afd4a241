/** All that can happen to the perceptron figure's state. Nothing here draws, and no model runs. */

import type { Speed } from '../kit/step-bar.ts';
import type { Answer, Labels, Ties } from './conventions.ts';
import { type Label, type PresetName, tidy } from './points.ts';
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
  type Update,
  type ViewName,
  zero,
} from './state.ts';
import { type Blocks, emptyStream, type Streamed, streamAt, streamed, streamLength } from './stream.ts';
import {
  chooseRule,
  chooseView,
  edited,
  fromUnit,
  loaded,
  replaced,
  showMoment,
  startOver,
  stepped,
  withoutFuture,
} from './transitions.ts';

export type Action =
  | { readonly kind: 'loaded'; readonly shipped: Shipped }
  | { readonly kind: 'choose preset'; readonly preset: PresetName }
  | { readonly kind: 'choose rule'; readonly rule: RuleName }
  | { readonly kind: 'set learning rate'; readonly learningRate: number }
  | { readonly kind: 'move'; readonly motion: State['motion'] }
  | { readonly kind: 'step back' }
  | { readonly kind: 'go to'; readonly position: number }
  | { readonly kind: 'choose speed'; readonly speed: Speed }
  | { readonly kind: 'reset' }
  /** The way out when the weights have run away. */
  | { readonly kind: 'recover' }
  /** In the view of two rules `rival` is what the delta rule made of the same example. */
  | { readonly kind: 'stepped'; readonly update: Update; readonly rival?: Update }
  | { readonly kind: 'show moment'; readonly moment: number }
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'select point'; readonly point: number | null }
  | { readonly kind: 'move point'; readonly point: number; readonly to: readonly [number, number] }
  | { readonly kind: 'shift point'; readonly point: number; readonly by: readonly [number, number] }
  | { readonly kind: 'flip point'; readonly point: number }
  | { readonly kind: 'remove point'; readonly point: number }
  | { readonly kind: 'add point'; readonly at: readonly [number, number] }
  | { readonly kind: 'choose new label'; readonly label: Label }
  | { readonly kind: 'choose view'; readonly view: ViewName }
  | { readonly kind: 'choose answer'; readonly answer: Answer }
  | { readonly kind: 'choose labels'; readonly labels: Labels }
  | { readonly kind: 'choose ties'; readonly ties: Ties }
  | { readonly kind: 'stream'; readonly motion: State['motion'] }
  | { readonly kind: 'go along stream'; readonly index: number }
  | { readonly kind: 'streamed'; readonly block: Streamed }
  | { readonly kind: 'choose stream'; readonly margin: number; readonly blocks: Blocks }
  | { readonly kind: 'show network moment'; readonly moment: number }
  | { readonly kind: 'show split'; readonly split: Split | null };

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case 'loaded':
      return loaded({ ...state, shipped: action.shipped });
    case 'choose preset':
      return startOver(state, action.preset);
    case 'choose rule':
      return chooseRule(state, action.rule);
    case 'set learning rate':
      return { ...withoutFuture(state), learningRate: action.learningRate };
    case 'move': {
      const motion = canMove(state) ? action.motion : 'resting';
      return { ...state, motion, wanted: motion === 'resting' ? 0 : state.wanted };
    }
    case 'step back':
      return { ...state, motion: 'resting', wanted: 0, position: Math.max(0, state.position - 1) };
    case 'go to': {
      const position = Math.min(state.updates.length, Math.max(0, action.position));
      return { ...state, motion: 'resting', wanted: 0, position };
    }
    case 'choose speed':
      return { ...state, speed: action.speed };
    case 'reset':
      return { ...fromUnit(state, zero, 0), split: null };
    case 'recover': {
      const smaller = learningRates.filter((rate) => rate < state.learningRate);
      const usual = Math.min(rules[state.rule].usualRate, smaller.at(-1) ?? state.learningRate);
      return { ...fromUnit(state, zero, 0), learningRate: usual };
    }
    case 'stepped':
      return stepped(state, action.update, action.rival);
    case 'show moment':
      return showMoment(state, action.moment);
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
    case 'choose view':
      return chooseView(state, action.view);
    case 'choose answer':
      return { ...state, answer: action.answer };
    case 'choose labels':
      return { ...fromUnit(state, zero, 0), labels: action.labels };
    case 'choose ties':
      return { ...fromUnit(state, zero, 0), ties: action.ties };
    case 'choose stream':
      return { ...state, stream: emptyStream(action.margin, action.blocks) };
    case 'stream': {
      const { stream } = state;
      const motion = stream.seen < streamLength ? action.motion : 'resting';
      return { ...state, stream: { ...stream, motion, until: streamLength } };
    }
    case 'go along stream':
      return { ...state, stream: streamAt(state.stream, action.index) };
    case 'streamed':
      return { ...state, stream: streamed(state.stream, action.block) };
    case 'show network moment':
      return {
        ...state,
        networkMoment: Math.min(state.shipped.network.length - 1, Math.max(0, action.moment)),
      };
    case 'show split':
      return { ...state, split: action.split };
  }
}
