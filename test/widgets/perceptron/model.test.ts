import { describe, expect, it } from 'vitest';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { runStep } from '../../../src/widgets/perceptron/compute.ts';
import { courseOf } from '../../../src/widgets/perceptron/course.ts';
import { perceptronModel } from '../../../src/widgets/perceptron/model.ts';
import { type PresetName, tidy } from '../../../src/widgets/perceptron/points.ts';
import {
  type Moment,
  type Shipped,
  type State,
  unitOf,
  zero,
} from '../../../src/widgets/perceptron/state.ts';
import { type Action, update } from '../../../src/widgets/perceptron/update.ts';
import { referenceEngine } from './reference-engine.ts';

const moment = (step: number, w1: number): Moment => ({
  step,
  mistakes: step,
  unit: { weights: [w1, 1], bias: -1 },
});
const shipped: Shipped = {
  points: [
    { at: [0, 0], label: -1 },
    { at: [1, 1], label: 1 },
  ],
  perceptron: [moment(0, 0), moment(7, 2)],
  delta: [moment(0, 0), moment(9, 3)],
  network: [
    { step: 0, loss: 0.7, parameters: {} },
    { step: 10, loss: 0.1, parameters: {} },
  ],
};

const initial = perceptronModel.initial(startSettings(perceptronModel));
const act = (state: State, ...actions: Action[]): State => actions.reduce(update, state);
const loaded = update(initial, { kind: 'loaded', shipped });
const chosen = (preset: PresetName) => act(loaded, { kind: 'choose preset', preset });

async function steps(state: State, count: number): Promise<State> {
  let now = state;
  for (let i = 0; i < count; i++)
    now = update(now, { kind: 'stepped', update: await runStep(referenceEngine, now) });
  return now;
}
const weightsOf = (state: State) => [unitOf(state).bias, ...unitOf(state).weights];

describe('training by the perceptron rule', () => {
  it('learns AND with 18 mistakes and goes through the ninth pass clean, at (b, w₁, w₂) = (−4, 3, 2)', async () => {
    const state = await steps(chosen('and'), 36);
    expect(weightsOf(state)).toEqual([-4, 3, 2]);
    expect(courseOf(state)).toMatchObject({ passes: 9, mistakes: 18, ending: { kind: 'clean', pass: 9 } });
    expect(courseOf(await steps(chosen('and'), 32)).ending).toBeNull();
  });
  it('learns OR with 9 mistakes by the sixth pass, at (−1, 2, 2)', async () => {
    const state = await steps(chosen('or'), 24);
    expect(weightsOf(state)).toEqual([-1, 2, 2]);
    expect(courseOf(state)).toMatchObject({ passes: 6, mistakes: 9, ending: { kind: 'clean', pass: 6 } });
  });
  it('runs in a circle on XOR: four mistakes bring the weights back to zero', async () => {
    const state = await steps(chosen('xor'), 4);
    expect(state.updates.map(({ after: { weights, bias } }) => [bias, ...weights])).toEqual([
      [-1, 0, 0],
      [0, 0, 1],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(courseOf(state)).toMatchObject({
      mistakes: 4,
      latestMistakes: 4,
      ending: { kind: 'cycle', from: 1, to: 1, unit: zero },
    });
  });
  it('goes on saying so in the passes that repeat it', async () => {
    expect(courseOf(await steps(chosen('xor'), 6)).ending).toMatchObject({ kind: 'cycle', from: 1, to: 1 });
  });
  it('does not call it a circle when the learning rate was changed within', async () => {
    const state = await steps(chosen('xor'), 4);
    const changed = state.updates.map((one, i) => (i === 1 ? { ...one, learningRate: 2 } : one));
    expect(courseOf({ ...state, updates: changed }).ending).toBeNull();
  });
});

describe('training by the delta rule', () => {
  const delta = (preset: PresetName) => act(chosen(preset), { kind: 'choose rule', rule: 'delta' });

  it('begins with a tenth of the error', async () => {
    const state = await steps(delta('and'), 1);
    expect(state.learningRate).toBe(0.1);
    expect(weightsOf(state)).toEqual([Math.fround(-0.1), 0, 0]);
  });
  it('runs away at a learning rate of 2, and "recover" resets it with its usual rate', async () => {
    let state = act(delta('and'), { kind: 'set learning rate', learningRate: 2 });
    for (let i = 0; i < 100 && courseOf(state).ending?.kind !== 'diverged'; i++)
      state = await steps(state, 1);
    expect(courseOf(state).ending).toEqual({ kind: 'diverged' });
    const recovered = update(state, { kind: 'recover' });
    expect(recovered).toMatchObject({ learningRate: 0.1, start: zero, position: 0, updates: [] });
  });
  it('has broken numbers caught as having run away', () => {
    const broken: State = { ...delta('and'), start: { weights: [Number.NaN, 0], bias: 0 } };
    expect(courseOf(broken).ending).toEqual({ kind: 'diverged' });
  });
  it('takes over the unit as it is, and a learning rate that the reader chose', () => {
    const unusual = act(loaded, { kind: 'set learning rate', learningRate: 0.5 });
    const switched = act(unusual, { kind: 'choose rule', rule: 'delta' });
    expect(switched.learningRate).toBe(0.5);
    expect(unitOf(switched)).toEqual(unitOf(unusual));
  });
});

describe('stepping back', () => {
  it('takes back one update at a time and stays at the start', async () => {
    const state = await steps(chosen('and'), 3);
    const back = update(state, { kind: 'step back' });
    expect(back.position).toBe(2);
    expect(unitOf(back)).toEqual(state.updates[1].after);
    expect(act(back, ...new Array<Action>(5).fill({ kind: 'step back' })).position).toBe(0);
  });
  it('leads to the same updates when gone forward again', async () => {
    const state = await steps(chosen('and'), 8);
    const again = await steps(act(state, { kind: 'step back' }, { kind: 'step back' }), 2);
    expect(again.updates).toEqual(state.updates);
  });
});

describe('an update that comes too late', () => {
  it('is dropped when the unit has been reset meanwhile', async () => {
    const state = await steps(chosen('xor'), 2);
    const late = await runStep(referenceEngine, state);
    const reset = update(state, { kind: 'reset' });
    expect(update(reset, { kind: 'stepped', update: late })).toBe(reset);
  });
});

describe('presets', () => {
  it('begin with the shipped model at the end of its training', () => {
    expect(loaded).toMatchObject({ preset: 'separable', moment: 1, points: shipped.points });
    expect(unitOf(loaded)).toEqual(shipped.perceptron[1].unit);
  });
  it('other than that begin at zero', () => {
    expect(unitOf(chosen('xor'))).toEqual(zero);
  });
  it('show a recorded moment, from which training goes on', async () => {
    const early = update(loaded, { kind: 'show moment', moment: 0 });
    expect(unitOf(early)).toEqual(shipped.perceptron[0].unit);
    expect((await steps(early, 1)).moment).toBeNull();
  });
  it('keep the reader’s few points when "your own" is chosen, and start afresh after many', () => {
    expect(act(chosen('xor'), { kind: 'choose preset', preset: 'own' }).points).toEqual(chosen('xor').points);
    const crowd = { ...loaded, points: new Array(40).fill(shipped.points[0]) };
    expect(act(crowd, { kind: 'choose preset', preset: 'own' }).points).toHaveLength(4);
  });
});

describe('editing points', () => {
  it('makes them the reader’s own and begins a new trail from the unit as it is', async () => {
    const state = await steps(chosen('and'), 6);
    const edited = update(state, { kind: 'flip point', point: 3 });
    expect(edited).toMatchObject({ preset: 'own', position: 0, updates: [], selected: 3 });
    expect(edited.points.map(({ label }) => label)).toEqual([-1, -1, -1, -1]);
    expect(unitOf(edited)).toEqual(unitOf(state));
  });
  it('moves a point within the plane, on a grid of hundredths', () => {
    const moved = update(chosen('and'), { kind: 'move point', point: 0, to: [-3, 0.456] });
    expect(moved.points[0].at).toEqual([-0.5, 0.46]);
    expect(tidy([-0.001, 2])).toEqual([0, 1.5]);
  });
  it('adds a point with the label chosen for new ones, up to twelve', () => {
    let state = act(chosen('and'), { kind: 'choose new label', label: -1 });
    for (let i = 0; i < 10; i++) state = update(state, { kind: 'add point', at: [i / 10, 0.5] });
    expect(state.points).toHaveLength(12);
    expect(state.points[4]).toEqual({ at: [0, 0.5], label: -1 });
  });
  it('removes a point and selects its successor, or none when none is left', () => {
    let state = update(chosen('and'), { kind: 'remove point', point: 3 });
    expect(state.selected).toBe(2);
    for (let i = 0; i < 3; i++) state = update(state, { kind: 'remove point', point: 0 });
    expect(state.selected).toBeNull();
    expect(update(state, { kind: 'move', motion: 'playing' }).motion).toBe('resting');
  });
});

describe('the hidden layer', () => {
  it('is shown on XOR, at the end of its training', () => {
    const shown = update(chosen('and'), { kind: 'choose view', view: 'hidden' });
    expect(shown).toMatchObject({ view: 'hidden', preset: 'xor', networkMoment: 1 });
  });
  it('goes when other points are chosen', () => {
    const shown = update(chosen('xor'), { kind: 'choose view', view: 'hidden' });
    expect(update(shown, { kind: 'choose preset', preset: 'or' })).toMatchObject({
      view: 'unit',
      preset: 'or',
    });
  });
});
