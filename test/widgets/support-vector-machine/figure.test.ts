import { afterAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/datasets/dataset.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { keptSessions } from '../../../src/widgets/kit/kept-sessions.ts';
import { plotMarkup } from '../../../src/widgets/kit/plot.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { domain, machineOf, pointsOf, side } from '../../../src/widgets/support-vector-machine/compute.ts';
import { renderFigure } from '../../../src/widgets/support-vector-machine/figure.ts';
import { svmSpec } from '../../../src/widgets/support-vector-machine/markup.ts';
import { model, update } from '../../../src/widgets/support-vector-machine/model.ts';
import {
  costs,
  isSupport,
  kernelNames,
  type State,
  setNames,
  violates,
} from '../../../src/widgets/support-vector-machine/state.ts';
import { answersOf } from '../../content/claims/shipped.ts';
import { referenceRunner } from '../reference-runner.ts';

const sessions = keptSessions((one) => createSession(encodeModel(one)));
const runner = sessionRunner(sessions.open);
afterAll(sessions.close);

const start = model.initial(startSettings(model));
const solved = async (change: Partial<State>): Promise<State> => {
  const state = { ...start, ...change };
  return update(state, { kind: 'solved', machine: await machineOf(runner, state) });
};
const everySetting = setNames.flatMap((set) =>
  kernelNames.flatMap((kernel) => costs.map((cost) => ({ set, kernel, cost }))),
);

describe('the machine of the figure', () => {
  it('is at first the shipped one, to a thousandth of its margin', async () => {
    const { machine } = await solved({});
    const { training } = (await pointsOf('circles')) as Dataset;
    const { score } = await answersOf('kernel-svm', training, [2]);
    machine?.points.forEach((point, i) => {
      expect(Math.abs(point.score - score[i])).toBeLessThan(5e-3);
    });
  });
  it.each(everySetting)('keeps the conditions of a solution: $set, $kernel, $cost', async (setting) => {
    const state = await solved(setting);
    const { points, steps } = state.machine as NonNullable<State['machine']>;
    // So few that the page does not notice.
    expect(steps).toBeLessThan(5000);
    for (const point of points) {
      const margin = point.label * point.score;
      if (!isSupport(point)) expect(margin).toBeGreaterThan(1 - 2e-3);
      else if (violates(state, point)) expect(margin).toBeLessThan(1 + 2e-3);
      else expect(Math.abs(margin - 1)).toBeLessThan(2e-3);
    }
    expect(points.reduce((sum, { alpha, label }) => sum + alpha * label, 0)).toBeCloseTo(0, 6);
  });
  it('has a land that is the score at its places, by the operators’ own definitions too', async () => {
    const [found, expected] = [await machineOf(runner, start), await machineOf(referenceRunner, start)];
    expect(found.land).toHaveLength(side * side);
    found.land.forEach((one, i) => {
      expect(one).toBeCloseTo(expected.land[i], 3);
    });
    // In the middle of the drawing, within the inner circle, the answer is −1; in its corners +1.
    expect(found.land[(side * side - 1) / 2]).toBeLessThan(-1);
    for (const corner of [0, side - 1, side * side - 1]) expect(found.land[corner]).toBeGreaterThan(1);
  });
});

describe('the model of the figure', () => {
  it('forgets a machine when something else is asked for', async () => {
    const state = await solved({});
    expect(update(state, { kind: 'choose kernel', kernel: 'linear' })).toEqual({
      ...state,
      kernel: 'linear',
      machine: null,
    });
    expect(update(state, { kind: 'choose points', set: 'line' }).machine).toBeNull();
    expect(update(state, { kind: 'choose cost', cost: 100 })).toMatchObject({ cost: 100, machine: null });
  });
  it('is found again by its link, and a hostile one gives the nearest there is, with notes', () => {
    const asked = { ...start, set: 'line', kernel: 'radial', cost: 0.1 } as const;
    const { settings, notes } = readSettings(model, writeSettings(model, model.settingsOf(asked)));
    expect([model.initial(settings), notes]).toEqual([asked, []]);
    const odd = readSettings(model, '?support-vector-machine.cost=7e9&support-vector-machine.kernel=cubic');
    expect(odd.settings).toEqual({ points: 'circles', kernel: 'square', cost: 100 });
    expect(odd.notes).toHaveLength(2);
  });
  it('says what it shows, and lists every point', async () => {
    const state = await solved({ set: 'line', kernel: 'linear', cost: 100 });
    expect(model.describe(state)).toBe(
      '3 of 40 points are support vectors; 0 of them violate the margin. The boundary has 40 of the 40 points on their right sides, and 200 of 200 others that are not drawn.',
    );
    const { rows, columns } = model.table(state);
    expect(rows).toHaveLength(40);
    expect(rows.filter((row) => row[columns.indexOf('Standing')] === 'on the margin')).toHaveLength(3);
  });
});

describe('the drawing', () => {
  it('rings the support vectors, and those that violate the margin otherwise', async () => {
    const drawn = plotMarkup(svmSpec(await solved({}), 'svm', 'A drawing.'), 400);
    expect(drawn.match(/class="svm-support"/g)).toHaveLength(5);
    expect(drawn.match(/class="svm-violating"/g)).toHaveLength(14);
  });
  it('has every point inside its axes', async () => {
    for (const set of setNames) {
      const { training } = (await pointsOf(set)) as Dataset;
      for (const one of training.x) {
        expect(one).toBeGreaterThan(domain[0]);
        expect(one).toBeLessThan(domain[1]);
      }
    }
  });
  it('stands in the page before any script runs', async () => {
    const html = await renderFigure();
    expect(html).toContain('19 of 80 points are support vectors');
    expect(html.match(/<svg class="plot-drawing"/g)).toHaveLength(2);
  });
});
