/** The ReLU figure: what trains, what starts anew, what it says, and that its graphs are the shipped ones. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeModel } from '../../../src/onnx/model.ts';
import { deepNetwork, trainingCount } from '../../../src/recipes/deep-network.ts';
import { optimizers } from '../../../src/trainer/optimizers/index.ts';
import { trainingStep } from '../../../src/trainer/step.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { activations, networkNames, networks, usual } from '../../../src/widgets/relu/activations.ts';
import { functionsRunner, gridX, startCourse } from '../../../src/widgets/relu/compute.ts';
import { renderFigure } from '../../../src/widgets/relu/figure.ts';
import { graphText, stepSource } from '../../../src/widgets/relu/graphs.ts';
import { canTrain, reluModel } from '../../../src/widgets/relu/model.ts';
import { lossPlot, unitsMarkup } from '../../../src/widgets/relu/plots.ts';
import type { State } from '../../../src/widgets/relu/state.ts';
import { messagesOf } from '../../support/read-protobuf.ts';
import { wasmEngine } from './wasm-engine.ts';

const engine = wasmEngine();
afterAll(() => engine.dispose());
const { update, initial, describe: sentence, table, settingsOf } = reluModel;
const settings = startSettings(reluModel);
const start = initial(settings);
const trained = async (state: State, steps: number): Promise<State> => {
  const frames = await startCourse(engine, state.settings).advance(steps);
  return update(state, { kind: 'trained', of: state.settings, frames });
};

describe.each(networkNames)('the training step of %s', (name) => {
  it('is, with the usual conventions, the graph that its model ships', () => {
    expect(stepSource(name, usual)).toEqual({ model: networks[name].model, file: 'step.onnx', graph: null });
    const network = deepNetwork(trainingCount, (z) => activations[name].of(z, usual));
    const { batch, parameters, reports, measures } = network;
    const step = trainingStep({
      name: `${networks[name].model}-step`,
      batch,
      parameters,
      loss: measures.loss,
      optimizer: optimizers.sgd(),
      reports,
    });
    // The file adds a sentence of description; its graph is field 7.
    const shipped = readFileSync(`models/${networks[name].model}/step.onnx`);
    expect(Buffer.compare(messagesOf(encodeModel(step), 7)[0], messagesOf(shipped, 7)[0])).toBe(0);
  });
});

describe('another convention', () => {
  it('makes another graph, for the network it concerns alone', () => {
    const changed = { atZero: 0.5, leak: 0.3 } as const;
    expect(networkNames.map((name) => stepSource(name, changed).graph !== null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(graphText('relu', usual)).toBe('y = Relu(x)\nv1 = Greater(y, 0)\ndx = Where(v1, dy, 0)');
    expect(graphText('relu', changed)).toContain('Less(x, 0)');
    expect(graphText('leaky', changed)).toContain('Mul(0.3, dy)');
  });

  it.each([0, 0.5, 1] as const)('of %d is the slope of ReLU at 0, and nowhere else', async (atZero) => {
    const curves = await functionsRunner(engine)({ atZero, leak: 0.1 }, 0);
    expect(curves.at.relu).toEqual({ value: 0, slope: atZero });
    Array.from(gridX).forEach((x, i) => {
      if (x !== 0) expect(curves.slopes.relu[i]).toBe(x > 0 ? 1 : 0);
      expect(curves.slopes.leaky[i]).toBeCloseTo(x > 0 ? 1 : 0.1, 6);
    });
  });
});

describe('training in the figure', () => {
  it('takes a step at a time or many, and comes to the same', async () => {
    const one = startCourse(engine, settings);
    const [a, b] = [await one.advance(3), await one.advance(2)];
    const all = await startCourse(engine, settings).advance(5);
    expect([...a, ...b]).toEqual(all);
  });

  it('waits for its first frame, goes back and forth, and starts anew where a setting changes', async () => {
    expect(canTrain(start)).toBe(false);
    const state = await trained(start, 4);
    expect([state.position, state.frames.length]).toEqual([3, 4]);
    expect(update(state, { kind: 'show', position: 99 }).position).toBe(3);
    expect(update(state, { kind: 'show', position: 1 }).position).toBe(1);
    expect(update(state, { kind: 'reset' })).toMatchObject({ position: 0, frames: state.frames });
    const anew = update(state, { kind: 'set', change: { rate: 0.3 } });
    expect([anew.frames, anew.position]).toEqual([[], 0]);
    expect(update(anew, { kind: 'trained', of: state.settings, frames: state.frames }).frames).toEqual([]);
    expect(update(state, { kind: 'set', change: { network: 'tanh' } }).frames).toBe(state.frames);
  });

  it('puts the number of steps into a link', async () => {
    const state = await trained(start, 3);
    expect(settingsOf(state)).toEqual({ ...settings, steps: 2 });
  });
});

describe('the loss over the steps', () => {
  it('has a point for every step, and ends where a network has diverged', async () => {
    const { frames } = await trained(start, 4);
    const { series } = lossPlot('loss', [...frames.slice(0, 3), { ...frames[3], tanh: null }], 3);
    expect(series.map(({ points }) => points.length)).toEqual([4, 3, 4, 4]);
    expect(series[2].points[1]).toEqual([1, frames[1].relu?.loss]);
  });
});

describe('what it says', () => {
  it('names both ends of the network and its silent units', async () => {
    const state = await trained(start, 1);
    expect(sentence(state)).toMatch(
      /^Before training, with ReLU: .* length 0.0147, that of the last 0.00316, .* 19 of 88 hidden units are silent/,
    );
    expect(table(state).rows.at(-1)).toEqual(['Silent units of 88', '0', '0', '19', '0']);
  });

  it('says of a network that has diverged that it has, and what helps', async () => {
    const state = await trained(start, 1);
    const [frame] = state.frames;
    const diverged = { ...state, frames: [{ ...frame, relu: null }] };
    expect(sentence(diverged)).toMatch(/has diverged.*smaller learning rate/);
    expect(table(diverged).rows[0][3]).toBe('diverged');
  });

  it('says that a network with a silent layer cannot learn any more', async () => {
    const state = await trained(start, 1);
    const [frame] = state.frames;
    const relu = frame.relu && { ...frame.relu, norms: new Float32Array(12) };
    expect(sentence({ ...state, frames: [{ ...frame, relu }] })).toContain('cannot learn any more');
  });

  it('says the values of the functions at the place asked for', async () => {
    const curves = await functionsRunner(engine)(usual, -2);
    const view = update(start, { kind: 'set', change: { view: 'functions', x: -2 } });
    expect(sentence(update(view, { kind: 'computed functions', curves }))).toBe(
      'At x = −2 ReLU is 0 with slope 0; the sigmoid is 0.119 with slope 0.105.',
    );
  });
});

it('crosses out just the silent units', async () => {
  const state = await trained(start, 1);
  const markup = unitsMarkup('test', 'relu', state.frames[0].relu);
  expect(markup.match(/unit-silent/g)).toHaveLength(19);
  expect(unitsMarkup('test', 'tanh', state.frames[0].tanh)).not.toContain('unit-silent');
});

it('is drawn at build from the same step files', async () => {
  const drawing = await renderFigure(
    async (id, file) => new Uint8Array(await readFile(`models/${id}/${file}`)),
  );
  expect(drawing.match(/<svg class="plot-drawing"/g)).toHaveLength(6);
  expect(drawing).toContain('softplus');
});
