/** The backpropagation figure: what moves, what is checked, what a link holds, in both layouts. */

import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { arithmetic } from '../../../src/widgets/backpropagation/arithmetic.ts';
import {
  createRunner,
  loadMoments,
  pickedGradient,
  slopeOf,
} from '../../../src/widgets/backpropagation/compute.ts';
import { renderFigure } from '../../../src/widgets/backpropagation/figure.ts';
import { backpropagationModel } from '../../../src/widgets/backpropagation/model.ts';
import { stepsOf } from '../../../src/widgets/backpropagation/names.ts';
import { dataOf } from '../../../src/widgets/backpropagation/node-view.ts';
import { indexFrom, indexIn } from '../../../src/widgets/backpropagation/numbers.ts';
import { countMoved } from '../../../src/widgets/backpropagation/sentences.ts';
import { lossOf, type State, shownStep } from '../../../src/widgets/backpropagation/state.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { wasmEngine } from '../relu/wasm-engine.ts';

const engine = wasmEngine();
afterAll(() => engine.dispose());
const runner = createRunner(engine);
const { update, initial, settingsOf, describe: sentence } = backpropagationModel;
const start = initial(startSettings(backpropagationModel));

const passed = async (state: State): Promise<State> =>
  update(state, {
    kind: 'passed',
    form: state.form,
    of: state.numbers,
    values: await runner.pass(state.form, state.numbers),
  });
const nodeCalled = (state: State, symbol: string): State =>
  update(state, {
    kind: 'show node',
    node: stepsOf(state.form).findIndex((step) => step.symbol === symbol),
  });
const forms = (['rows', 'columns'] as const).flatMap((layout) =>
  (['tanh', 'relu'] as const).map((activation) => ({ layout, activation })),
);

describe.each(forms)('with $layout and $activation', (form) => {
  it('every node has a name of its own, and names all that it takes', () => {
    const steps = stepsOf(form);
    const symbols = steps.map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
    for (const { operands } of steps) for (const { symbol } of operands) expect(symbol).not.toBe('');
    expect(symbols).toEqual(
      expect.arrayContaining(['Z₁', 'H', 'Y', 'L', 'δ₂', 'G', 'δ₁', '∂L/∂W₁', '∂L/∂b₂']),
    );
  });

  it('finite differences agree with the gradient of a weight and of a bias', async () => {
    const state = await passed({ ...start, form });
    for (const place of [
      { name: 'hidden.weights', index: 4 },
      { name: 'output.weights', index: 1 },
      { name: 'output.bias', index: 0 },
    ] as const) {
      const picked = update(state, { kind: 'pick', place });
      expect(slopeOf(await runner.check(picked))).toBeCloseTo(pickedGradient(picked) as number, 3);
    }
  });
});

describe('a changed number', () => {
  it('moves what comes after it, and nothing before', async () => {
    const before = await passed(start);
    expect(countMoved(before)).toBe(0);
    const picked = update(before, { kind: 'pick', place: { name: 'output.weights', index: 0 } });
    const after = await passed(update(picked, { kind: 'set number', value: 1.5 }));
    const moved = (symbol: string) => after.moved[shownStep(nodeCalled(after, symbol)).node.name];
    for (const symbol of ['P₁', 'Z₁', 'H', 'Hᵀ', 'Xᵀ', 'f′(Z₁)']) expect(moved(symbol)).not.toContain(true);
    // Only the first output has another weight; the row for (0, 0) has hidden units at 0, so nothing changes there.
    expect(moved('P₂')).toEqual([false, false, true, false, true, false, true, false]);
    expect(moved('W₂ᵀ')).toEqual([true, false, false, false, false, false]);
    for (const symbol of ['L', 'δ₂', 'G', 'δ₁', '∂L/∂W₁']) expect(moved(symbol)).toContain(true);
    expect(sentence(after)).toContain(`moved numbers of ${countMoved(after)} of the 33 nodes`);
  });

  it('forgets the check and the training before it', async () => {
    const checked = update(start, { kind: 'checked', check: await runner.check(start) });
    const trained = update(checked, {
      kind: 'trained',
      from: checked.numbers,
      numbers: { ...checked.numbers },
    });
    expect(trained.trained).toBe(1);
    expect(update(trained, { kind: 'set number', value: 2 })).toMatchObject({ check: null, trained: 0 });
  });
});

describe('a training step', () => {
  it('lowers the loss, and is the same in both layouts', async () => {
    const trained = await runner.train(start);
    const columns = await runner.train({ ...start, form: { layout: 'columns', activation: 'tanh' } });
    for (const [name, numbers] of Object.entries(trained))
      numbers.forEach((one, i) => {
        expect(columns[name as keyof typeof columns][i]).toBeCloseTo(one, 6);
      });
    const [before, after] = [await passed(start), await passed({ ...start, numbers: trained })];
    expect(lossOf(after)).toBeLessThan(lossOf(before) as number);
  });

  it('that is too long ends in a sentence, not in silence', async () => {
    let state: State = { ...start, rate: 3 };
    for (let i = 0; i < 40; i++) state = { ...state, numbers: await runner.train(state) };
    expect(sentence(await passed(state))).toMatch(/left the range of float32.*smaller learning rate/);
  });
});

describe('the layouts', () => {
  it('have the same numbers at turned places', () => {
    for (let index = 0; index < 6; index++) {
      const there = indexIn('hidden.weights', index, 'columns');
      expect(indexFrom('hidden.weights', there, 'columns')).toBe(index);
    }
    // Row 1, column 3 of a 2 × 3 matrix is row 3, column 1 of its transpose.
    expect(indexIn('hidden.weights', 2, 'columns')).toBe(4);
  });
  it('keep the walk at the same thing', () => {
    const there = nodeCalled(start, '∂L/∂W₂');
    const turned = update(there, { kind: 'choose form', form: { layout: 'columns' } });
    expect(shownStep(turned)).toMatchObject({ symbol: '∂L/∂W₂', equation: '∂L/∂W₂ = δ₂ Hᵀ' });
    expect(turned.node).not.toBe(there.node);
  });
});

describe('one number worked out', () => {
  it.each([
    ['P₁', 9, '1 · (−0.289) + 1 · 0.441 = 0.151'],
    ['Z₁', 9, '0.151 + 0 = 0.151'],
    ['H', 9, 'tanh(0.151) = 0.15'],
    ['E', 2, '(−0.496) − 1 = −1.5'],
  ])('number %s of %s', async (symbol, cell, text) => {
    const state = nodeCalled(await passed(start), symbol);
    expect(arithmetic(shownStep(state), cell, (value) => dataOf(state, value))).toBe(text);
  });
  it('adds up what a sum adds up', async () => {
    const state = nodeCalled(await passed(start), 'Σδ₂');
    const text = arithmetic(shownStep(state), 0, (value) => dataOf(state, value)) as string;
    expect(text.split(' + ')).toHaveLength(4);
  });
});

it('a link shows the same state again', () => {
  const changed = [
    { kind: 'choose form', form: { layout: 'columns', activation: 'relu' } },
    { kind: 'show node', node: 20 },
    { kind: 'pick', place: { name: 'output.bias', index: 1 } },
    { kind: 'set number', value: 0.75 },
    { kind: 'choose rate', rate: 1 },
  ] as const;
  const state = changed.reduce<State>(update, start);
  const again = initial(settingsOf(state));
  expect({ ...again, numbers: null }).toEqual({ ...state, numbers: null });
  expect(again.numbers['output.bias'][1]).toBe(0.75);
});

it('the recorded training begins with the numbers the figure starts with and ends as the model ships', async () => {
  const moments = await loadMoments(engine.json);
  moments[0].numbers['hidden.weights'].forEach((one, i) => {
    expect(one).toBeCloseTo(start.numbers['hidden.weights'][i], 5);
  });
  const last = update(update(start, { kind: 'loaded', moments }), {
    kind: 'show moment',
    moment: moments.length - 1,
  });
  expect(lossOf(await passed(last))).toBeCloseTo(0.000026925, 7);
});

it('the drawing at build shows the numbers of backward.onnx with their equations', async () => {
  const drawing = await renderFigure(
    async (id, file) => new Uint8Array(await readFile(`models/${id}/${file}`)),
  );
  expect(drawing).toContain('∂L/∂W₁ = Xᵀ δ₁');
  expect(drawing).toContain('−0.227');
  expect(drawing.match(/<table/g)?.length).toBeGreaterThan(20);
});
