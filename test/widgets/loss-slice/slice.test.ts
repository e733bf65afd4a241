/** The slice's numbers, those in the entry on stochastic gradient descent among them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { graph } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import spiralMlp from '../../../src/recipes/spiral-mlp.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { keptSessions } from '../../../src/widgets/kit/kept-sessions.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import {
  lineOf,
  lossesAt,
  measureSlice,
  momentsOf,
  parameterCount,
  planeOf,
  side,
  training,
} from '../../../src/widgets/loss-slice/compute.ts';
import {
  difference,
  filterNormalised,
  perpendicular,
  product,
  shadowOf,
} from '../../../src/widgets/loss-slice/directions.ts';
import { model } from '../../../src/widgets/loss-slice/model.ts';
import { farthestOut } from '../../../src/widgets/loss-slice/sentences.ts';
import type { State } from '../../../src/widgets/loss-slice/state.ts';

const sessions = keptSessions((one) => createSession(encodeModel(one)));
const runner = sessionRunner(sessions.open);
afterAll(sessions.close);

const file = join(import.meta.dirname, '../../../models/spiral-mlp/history.json');
const moments = momentsOf(JSON.parse(readFileSync(file, 'utf8')));
const first = model.update(model.initial(startSettings(model)), { kind: 'loaded', moments });
const sliced = async (change: Partial<State>): Promise<State> => {
  const state = { ...first, ...change };
  return { ...state, slice: await measureSlice(runner, state) };
};
const trained = moments[moments.length - 1].parameters;
const at = (step: number) => moments.findIndex((moment) => moment.step === step);

describe('filterNormalised', () => {
  const drawn = filterNormalised(trained, { 'second.weights': 16 }, 3);
  it('gives every unit incoming weights as long as it has, and leaves what has no units alone', () => {
    for (const unit of [0, 7, 15]) {
      const length = (of: Float32Array) => Math.hypot(...of.filter((_, i) => i % 16 === unit));
      expect(length(drawn['second.weights'])).toBeCloseTo(length(trained['second.weights']), 5);
    }
    expect(Math.hypot(...drawn['second.bias'])).toBe(0);
    expect(drawn['second.weights']).not.toEqual(trained['second.weights']);
  });
});

describe('shadowOf', () => {
  const plane = {
    base: { w: Float32Array.of(1, 1, 1) },
    across: { w: Float32Array.of(2, 0, 0) },
    up: { w: Float32Array.of(1, 1, 0) },
  };
  it('finds the coordinates of a point of the plane, also where the directions are askew', () => {
    const { at: place, share } = shadowOf({ w: Float32Array.of(1 + 2 * 3 - 2, 1 - 2, 1) }, plane);
    expect(place[0]).toBeCloseTo(3, 9);
    expect(place[1]).toBeCloseTo(-2, 9);
    expect(share).toBeCloseTo(1, 9);
  });
  it('says how much of the squared way lies in the plane', () =>
    expect(shadowOf({ w: Float32Array.of(4, 1, 1 + 4) }, plane).share).toBeCloseTo(9 / 25, 9));
  it('is at right angles to a direction made perpendicular, which is as long as the other', () => {
    const made = perpendicular(plane.up, plane.across);
    expect(product(made, plane.across)).toBeCloseTo(0, 9);
    expect(product(made, made)).toBeCloseTo(4, 9);
  });
});

describe('the loss on the plane', () => {
  it('is that of the network with these parameters', async () => {
    const plane = planeOf(first);
    const measured = graph('one', { loss: spiralMlp.build(training.count).measures.loss });
    const places = [
      [0, 0],
      [1, 0],
      [0.3, -0.4],
    ] as const;
    const losses = await lossesAt(runner, plane, places);
    for (const [i, [a, b]] of places.entries()) {
      const parameters = Object.fromEntries(
        Object.entries(plane.base).map(([name, data]) => [
          name,
          data.map((one, k) => one + a * plane.across[name][k] + b * plane.up[name][k]),
        ]),
      );
      const { loss } = await runner.run(measured, { x: training.x, target: training.target, ...parameters });
      expect(losses[i]).toBeCloseTo(loss[0], 5);
    }
  });
});

describe('along the training', () => {
  it('has 371 parameters and begins and ends in the plane', async () => {
    const { slice } = await sliced({});
    expect(parameterCount).toBe(371);
    expect(slice?.losses).toHaveLength(side * side);
    expect(slice?.shadows[0].at[0]).toBeCloseTo(1, 5);
    expect(slice?.shadowLosses[0]).toBeCloseTo(moments[0].loss, 4);
    expect(slice?.shadowLosses.at(-1)).toBeCloseTo(moments[moments.length - 1].loss, 4);
  });

  it('leaves 64 % of the squared way after 1,536 steps, and after 256 a shadow of 0.684 for a loss of 0.845', async () => {
    const state = await sliced({});
    const farthest = farthestOut(state);
    expect(farthest?.step).toBe(1536);
    expect(farthest?.share).toBeCloseTo(0.64, 2);
    expect(moments[at(256)].loss).toBeCloseTo(0.845, 3);
    expect(state.slice?.shadowLosses[at(256)]).toBeCloseTo(0.684, 3);
  });

  it('falls on the straight way from start to end almost without a rise', async () => {
    const state = await sliced({});
    const between = lineOf(state)
      .map((a, i) => ({ a, loss: state.slice?.line[i] ?? Number.NaN }))
      .filter(({ a }) => a >= 0 && a <= 1)
      .map(({ loss }) => loss);
    // From the end to the start, so that it should rise; it never falls by more than a hundredth.
    between.slice(1).forEach((loss, i) => {
      expect(loss).toBeGreaterThan(between[i] - 0.01);
    });
    expect(between.at(-1)).toBeGreaterThan(1);
  });
});

describe('the random plane', () => {
  it('with seed 1 holds 0.9 % of the squared way from start to end', async () => {
    const plane = planeOf({ ...first, plane: 'random' });
    expect(shadowOf(moments[0].parameters, plane).share).toBeCloseTo(0.009, 3);
    expect(product(difference(plane.base, trained), difference(plane.base, trained))).toBe(0);
  });
});
