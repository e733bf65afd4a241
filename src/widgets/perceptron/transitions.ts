/** The larger changes of the perceptron figure's state, each from a whole state to a whole state. */

import { corners, mostPoints, ownStart, type Point, type PresetName } from './points.ts';
import {
  canMove,
  type RuleName,
  rules,
  type State,
  sameUnit,
  type Unit,
  type Update,
  unitOf,
  type ViewName,
  zero,
} from './state.ts';

/** What a link asked for about the points, the start and the view can only be done with what is loaded now. */
export function loaded(state: State): State {
  const { start, wantedMoment, view } = state;
  const begun = startOver(state, state.preset);
  // A link may ask for no points at all.
  const placed = state.preset === 'own' ? { ...begun, points: state.points } : begun;
  const asked = sameUnit(start, zero)
    ? placed.moment === null || wantedMoment >= placed.moment
      ? placed
      : showMoment(placed, wantedMoment)
    : fromUnit(placed, start, null);
  const shown = chooseView(asked, view);
  const canReplay = canMove(shown) && (view === 'unit' || view === 'rules');
  return {
    ...shown,
    wanted: canReplay ? state.wanted : 0,
    networkMoment: Math.min(state.networkMoment, shown.networkMoment),
    stream: view === 'stream' ? state.stream : shown.stream,
  };
}

export function showMoment(state: State, moment: number): State {
  const { unit, mistakes } = state.shipped[state.rule][moment];
  const earlier = state.rule === 'perceptron' ? mistakes : null;
  return { ...fromUnit(state, unit, earlier), moment };
}

export function startOver(state: State, preset: PresetName): State {
  const own = state.points.length > 0 && state.points.length <= mostPoints ? state.points : ownStart;
  const points = { ...corners, separable: state.shipped.points, own }[preset];
  const fresh: State = {
    ...fromUnit({ ...state, points }, zero, 0),
    preset,
    selected: null,
    view: state.view === 'hidden' ? 'unit' : state.view,
    split: null,
  };
  const moments = state.shipped[state.rule];
  return preset === 'separable' && fresh.view !== 'rules' && moments.length > 0
    ? showMoment(fresh, moments.length - 1)
    : fresh;
}

export function chooseRule(state: State, rule: RuleName): State {
  if (rule === state.rule) return state;
  const isUsual = state.learningRate === rules[state.rule].usualRate;
  const learningRate = isUsual ? rules[rule].usualRate : state.learningRate;
  return { ...fromUnit(state, unitOf(state), null), rule, learningRate };
}

export function chooseView(state: State, view: ViewName): State {
  const resting: State = { ...state, motion: 'resting', stream: { ...state.stream, motion: 'resting' } };
  const seen: State = { ...resting, view, measured: null, split: null, selected: null };
  switch (view) {
    case 'unit':
    case 'stream':
      return seen;
    case 'rules':
      // Both begin at zero, each at its usual rate, or the comparison would be of the rates.
      return {
        ...fromUnit(seen, zero, 0),
        rule: 'perceptron',
        learningRate: rules.perceptron.usualRate,
        labels: 'signs',
        ties: 'mistake',
      };
    case 'hidden': {
      const { network } = state.shipped;
      // At the end of its training; played from the start on demand.
      const points = {
        preset: 'xor',
        points: corners.xor,
        networkMoment: Math.max(0, network.length - 1),
      } as const;
      return { ...(state.preset === 'xor' ? seen : fromUnit(seen, zero, 0)), ...points };
    }
  }
}

/** A new trail of updates, from the given unit, which so many mistakes have led to. */
export const fromUnit = (state: State, start: Unit, earlier: number | null): State => ({
  ...state,
  start,
  earlier: sameUnit(start, zero) ? 0 : earlier,
  updates: [],
  rivals: [],
  position: 0,
  motion: 'resting',
  wanted: 0,
  moment: null,
  measured: null,
});

export const withoutFuture = (state: State): State => ({
  ...state,
  updates: state.updates.slice(0, state.position),
  rivals: state.rivals.slice(0, state.position),
});

export function stepped(state: State, next: Update, rival?: Update): State {
  if (!sameUnit(next.before, unitOf(state))) return state;
  const { updates, rivals, position } = withoutFuture(state);
  return {
    ...state,
    updates: [...updates, next],
    rivals: rival ? [...rivals, rival] : rivals,
    wanted: Math.max(0, state.wanted - 1),
    position: position + 1,
    motion: state.motion === 'one step' ? 'resting' : state.motion,
    moment: null,
  };
}

/** Changed points begin a new trail from the unit as it is: what was logged was about other points. */
export const edited = (
  state: State,
  change: (points: readonly Point[]) => readonly Point[],
  selected: number | null,
): State => ({
  ...fromUnit(state, unitOf(state), null),
  points: change(state.points),
  // A dragged point keeps its look until the model has answered again.
  measured: change(state.points).length === state.points.length ? state.measured : null,
  preset: 'own',
  selected,
  view: state.view === 'hidden' ? 'unit' : state.view,
  split: null,
});

export const replaced = (points: readonly Point[], index: number, change: Partial<Point>): Point[] =>
  points.map((point, i) => (i === index ? { ...point, ...change } : point));
