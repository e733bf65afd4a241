import { describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { runStep } from '../../../src/widgets/perceptron/compute.ts';
import { perceptronModel } from '../../../src/widgets/perceptron/model.ts';
import { type Shipped, type State, unitOf } from '../../../src/widgets/perceptron/state.ts';
import { type Action, update } from '../../../src/widgets/perceptron/update.ts';
import { referenceEngine } from './reference-engine.ts';

const shipped: Shipped = {
  points: [
    { at: [0, 0], label: -1 },
    { at: [1, 1], label: 1 },
  ],
  perceptron: [0, 1, 2].map((mistakes) => ({
    step: mistakes,
    mistakes,
    unit: { weights: [mistakes, mistakes], bias: 0 - mistakes },
  })),
  delta: [],
  network: [],
};

/** As the figure does it: settings, then what is loaded, then the steps that the link asks for. */
async function opened(query: string): Promise<State> {
  const { settings, notes } = readSettings(perceptronModel, query);
  expect(notes).toEqual([]);
  let state = update(perceptronModel.initial(settings), { kind: 'loaded', shipped });
  while (state.wanted > 0)
    state = update(state, { kind: 'stepped', update: await runStep(referenceEngine, state) });
  return state;
}
const linkOf = (state: State) => writeSettings(perceptronModel, perceptronModel.settingsOf(state));
const act = (state: State, ...actions: Action[]) => actions.reduce(update, state);

describe('a link to the perceptron', () => {
  it('that says nothing shows the trained unit', async () => {
    const state = await opened('');
    expect(state).toMatchObject({ view: 'unit', preset: 'separable', moment: 2, wanted: 0 });
    expect(linkOf(state)).toBe('');
  });
  it('replays AND to its end', async () => {
    const state = await opened('perceptron.points=and&perceptron.steps=36&perceptron.v=1');
    expect([unitOf(state).bias, ...unitOf(state).weights]).toEqual([-4, 3, 2]);
    expect(state.position).toBe(36);
    expect(linkOf(state)).toBe('perceptron.points=and&perceptron.steps=36&perceptron.v=1');
  });
  it.each([
    ['a reset unit', [{ kind: 'reset' }]],
    ['an earlier moment', [{ kind: 'show moment', moment: 1 }]],
    [
      'points of the reader',
      [
        { kind: 'choose preset', preset: 'or' },
        { kind: 'flip point', point: 2 },
        { kind: 'add point', at: [0.25, 0.5] },
      ],
    ],
    [
      'no points at all',
      [
        { kind: 'choose preset', preset: 'and' },
        ...[3, 2, 1, 0].map((point) => ({ kind: 'remove point', point }) as const),
      ],
    ],
    [
      'other conventions',
      [
        { kind: 'choose preset', preset: 'and' },
        { kind: 'choose labels', labels: 'bits' },
        { kind: 'choose ties', ties: 'lower' },
      ],
    ],
    ['two rules', [{ kind: 'choose view', view: 'rules' }]],
    [
      'a narrow stream',
      [
        { kind: 'choose view', view: 'stream' },
        { kind: 'choose stream', margin: 0.01, blocks: 'one' },
      ],
    ],
    ['an answer', [{ kind: 'choose answer', answer: 'tanh' }]],
  ] as const satisfies readonly (readonly [string, readonly Action[]])[])(
    'shows %s again',
    async (_, actions) => {
      const state = act(await opened(''), ...actions);
      const again = await opened(linkOf(state));
      expect(linkOf(again)).toBe(linkOf(state));
      expect(again).toMatchObject({
        view: state.view,
        points: state.points,
        labels: state.labels,
        ties: state.ties,
        answer: state.answer,
        start: state.start,
      });
    },
  );
  it('begins where a trail of two rates has come to', async () => {
    let state = await opened('perceptron.points=and&perceptron.steps=3');
    state = update(state, { kind: 'set learning rate', learningRate: 2 });
    state = update(state, { kind: 'stepped', update: await runStep(referenceEngine, state) });
    const again = await opened(linkOf(state));
    expect(unitOf(again)).toEqual(unitOf(state));
    expect(again.position).toBe(0);
  });
  it('with steps but without points comes to rest', async () => {
    const state = await opened('perceptron.points=own&perceptron.own=&perceptron.steps=5');
    expect(state).toMatchObject({ wanted: 0, motion: 'resting' });
  });
});

describe('starting over', () => {
  it('keeps what has been loaded', async () => {
    const state = await opened('perceptron.points=xor&perceptron.steps=2');
    const again = perceptronModel.initial(startSettings(perceptronModel), state);
    expect(again).toMatchObject({ preset: 'separable', moment: 2, shipped, position: 0 });
  });
});

describe('other conventions', () => {
  it('run their own graph: AND takes 10 mistakes with labels 0 and 1 and ties as the lower answer', async () => {
    const state = await opened(
      'perceptron.points=and&perceptron.labels=bits&perceptron.ties=lower&perceptron.steps=32',
    );
    expect(state.updates.filter(({ mistake }) => mistake)).toHaveLength(10);
    expect([unitOf(state).bias, ...unitOf(state).weights]).toEqual([-2, 2, 1]);
  });
});
