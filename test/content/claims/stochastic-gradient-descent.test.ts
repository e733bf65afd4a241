/** Every number in content/entries/stochastic-gradient-descent.mdx, computed by the figure's own graphs in float64. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referenceSession } from '../../../src/graph/session.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { keptSessions } from '../../../src/widgets/kit/kept-sessions.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { lossesAt, momentsOf, parameterCount, planeOf } from '../../../src/widgets/loss-slice/compute.ts';
import { shadowOf } from '../../../src/widgets/loss-slice/directions.ts';
import { model as slice } from '../../../src/widgets/loss-slice/model.ts';
import { measureHere, measureSurface } from '../../../src/widgets/stochastic-gradient-descent/compute.ts';
import {
  eigenvalues,
  largestStableRate,
} from '../../../src/widgets/stochastic-gradient-descent/curvature.ts';
import { model } from '../../../src/widgets/stochastic-gradient-descent/model.ts';
import {
  type Parameters,
  type Problem,
  problems,
} from '../../../src/widgets/stochastic-gradient-descent/problems.ts';
import { batchOfStep, type Sampling } from '../../../src/widgets/stochastic-gradient-descent/sampling.ts';
import type { State } from '../../../src/widgets/stochastic-gradient-descent/state.ts';

const runner = sessionRunner(async (graph) => referenceSession(graph));
const first = model.initial(startSettings(model));
const atPlace = (course: Partial<State['course']>): State => ({
  ...first,
  position: 0,
  course: { ...first.course, ...course },
});
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const units = {
  line: { answer: (z: number) => z, slope: () => 1 },
  neuron: { answer: Math.tanh, slope: (y: number) => 1 - y * y },
};

/** The same descent in plain arithmetic: thousands of steps, against which the graphs are compared below. */
function walk(
  name: keyof typeof problems,
  {
    batchSize,
    rate,
    steps,
    seed = 1,
    sampling = 'shuffled',
    sum = false,
    measured = true,
  }: {
    readonly batchSize: number;
    readonly rate: number | ((step: number) => number);
    readonly steps: number;
    readonly seed?: number;
    readonly sampling?: Sampling;
    readonly sum?: boolean;
    /** Whether the loss over all examples is wanted after each step. */
    readonly measured?: boolean;
  },
) {
  const { examples, start }: Problem = problems[name];
  const { answer, slope } = units[name];
  const { count, x, target } = examples;
  let [w, b]: Parameters = start;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    let [gw, gb] = [0, 0];
    for (const i of batchOfStep(step, sampling, { count, batchSize, seed })) {
      const y = answer(w * x[i] + b);
      const error = (y - target[i]) * slope(y);
      gw += error * x[i];
      gb += error;
    }
    const scale = (typeof rate === 'number' ? rate : rate(step)) / (sum ? 1 : batchSize);
    w -= scale * gw;
    b -= scale * gb;
    if (measured) losses.push(mean(Array.from(x, (one, i) => (answer(w * one + b) - target[i]) ** 2 / 2)));
  }
  return { at: [w, b] as const, losses };
}

const lineSurface = await measureSurface(runner, atPlace({}));
const { floor } = lineSurface;
const atFloor = await measureHere(runner, atPlace({ start: floor.at, batchSize: 1 }));

describe('the landscape of the line', () => {
  it('starts at a loss of 1.475; the lowest is 0.0775', () => {
    expect(lineSurface.startLoss).toBeCloseTo(1.475, 3);
    expect(floor.loss).toBeCloseTo(0.0775, 4);
    expect(Math.min(...lineSurface.losses)).toBeGreaterThanOrEqual(floor.loss);
    expect(Math.hypot(...atFloor.here.gradient)).toBeLessThan(1e-6);
  });

  it('curves with eigenvalues 1.31 and 0.261, everywhere the same, so that rates up to 1.53 are stable', async () => {
    const elsewhere = await measureHere(runner, atPlace({ start: [3, -2] }));
    for (const { here } of [atFloor, elsewhere]) {
      const [steepest, flattest] = eigenvalues(here);
      expect(steepest).toBeCloseTo(1.31, 2);
      expect(flattest).toBeCloseTo(0.261, 3);
      expect(largestStableRate(steepest)).toBeCloseTo(1.53, 2);
    }
  });

  it('has an example of curvature 3.20, which alone would allow 0.624', () => {
    expect(atFloor.steepestExample).toBeCloseTo(3.2, 2);
    expect(largestStableRate(atFloor.steepestExample)).toBeCloseTo(0.624, 3);
  });

  it('has gradients of single examples that scatter by 0.518 at its lowest place', () =>
    expect(atFloor.cloud.expected).toBeCloseTo(0.518, 3));
});

describe('full-batch descent', () => {
  it('ends at the floor with η = 1.5 and beyond nine million with η = 1.6 after 100 steps', () => {
    const last = (rate: number) => walk('line', { batchSize: 64, rate, steps: 100 }).losses[99];
    expect(last(1.5)).toBeCloseTo(floor.loss, 3);
    expect(last(1.6)).toBeGreaterThan(9e6);
    expect(last(1.6)).toBeLessThan(1e7);
  });
});

describe('one pass through the examples', () => {
  it.each([
    { batchSize: 64, steps: 1, loss: 1.284, digits: 3 },
    { batchSize: 4, steps: 16, loss: 0.298, digits: 3 },
    { batchSize: 1, steps: 64, loss: 0.0801, digits: 4 },
  ])(
    'takes $steps steps with batches of $batchSize and ends at $loss',
    ({ batchSize, steps, loss, digits }) => {
      expect(64 / batchSize).toBe(steps);
      expect(walk('line', { batchSize, rate: 0.2, steps }).losses.at(-1)).toBeCloseTo(loss, digits);
    },
  );
});

describe('with a constant rate', () => {
  it.each([
    { batchSize: 1, excess: [0.018, 0.00723, 0.00273] },
    { batchSize: 4, excess: [0.00269, 0.000873, 0.000324] },
  ])('batches of $batchSize stay above the floor by $excess on average', ({ batchSize, excess }) => {
    [0.2, 0.1, 0.05].forEach((rate, i) => {
      const { losses } = walk('line', { batchSize, rate, steps: 600 });
      expect((mean(losses.slice(300)) - floor.loss) / excess[i]).toBeCloseTo(1, 2);
    });
  });

  it('single examples are at 0.00139, 0.0194 and 0.00467 above it after 100, 600 and 6,000 steps; with a falling rate lower and lower', () => {
    const moments = (rate: number | ((step: number) => number)) => {
      const { losses } = walk('line', { batchSize: 1, rate, steps: 6000 });
      return [100, 600, 6000].map((step) => losses[step - 1] - floor.loss);
    };
    const expectNear = (found: readonly number[], wanted: readonly number[]) => {
      found.forEach((one, i) => {
        expect(one / wanted[i]).toBeCloseTo(1, 2);
      });
    };
    expectNear(moments(0.2), [0.00139, 0.0194, 0.00467]);
    expectNear(
      moments((step) => 2 / (step + 10)),
      [0.0932, 0.0147, 0.00142],
    );
  });

  it('28 of the first 100 steps with batches of 4 raise the loss over all examples', () => {
    const { losses } = walk('line', { batchSize: 4, rate: 0.2, steps: 100 });
    const before = [lineSurface.startLoss, ...losses];
    expect(losses.filter((loss, i) => loss > before[i])).toHaveLength(28);
  });
});

describe('the neuron', () => {
  // The valleys lie at slopes of about −3.6, 0.2 and 4.5, with ridges between.
  const valleyOf = ([w]: readonly [number, number]) => (w < -1.2 ? 'worst' : w > 1.4 ? 'best' : 'middle');

  it('has its valleys at losses of 0.653, 0.483 and 0.474', async () => {
    const losses = [-3.6, 0.16, 4.5].map(async (w, i) => {
      const b = [4.2, 0.03, 3.5][i];
      // Descent on the full gradient from nearby comes to rest in the same valley.
      const { examples } = problems.neuron;
      let at: Parameters = [w, b];
      for (let step = 0; step < 3000; step++) {
        let [gw, gb] = [0, 0];
        examples.x.forEach((x, k) => {
          const y = Math.tanh(at[0] * x + at[1]);
          const error = ((y - examples.target[k]) * (1 - y * y)) / 64;
          gw += error * x;
          gb += error;
        });
        at = [at[0] - gw, at[1] - gb];
      }
      const { here } = await measureHere(runner, atPlace({ problem: 'neuron', start: at }));
      expect(Math.hypot(...here.gradient)).toBeLessThan(1e-3);
      expect(eigenvalues(here)[1]).toBeGreaterThan(0);
      return here.loss;
    });
    const found = await Promise.all(losses);
    [0.653, 0.483, 0.474].forEach((loss, i) => {
      expect(found[i]).toBeCloseTo(loss, 3);
    });
  });

  it('ends in the middle valley at 0.483 on the full gradient', () => {
    const { at, losses } = walk('neuron', { batchSize: 64, rate: 0.5, steps: 3000 });
    expect(valleyOf(at)).toBe('middle');
    expect(losses.at(-1)).toBeCloseTo(0.483, 3);
  });

  it('ends 22 times in the worst, 7 times in the middle and 11 times in the best valley with batches of 8', () => {
    const ends = Array.from({ length: 40 }, (_, i) =>
      valleyOf(walk('neuron', { batchSize: 8, rate: 0.5, steps: 3000, seed: i + 1, measured: false }).at),
    );
    const count = (valley: string) => ends.filter((one) => one === valley).length;
    expect([count('worst'), count('middle'), count('best')]).toEqual([22, 7, 11]);
  }, 60_000);
});

describe('the sum in place of the mean', () => {
  it('brings the border down from 1.53 for single examples to 0.382 for batches of 4 and 0.0239 for all 64', () => {
    const border = largestStableRate(eigenvalues(atFloor.here)[0]);
    expect(border / 4).toBeCloseTo(0.382, 3);
    expect(border / 64).toBeCloseTo(0.0239, 4);
  });

  it('carries the mean loss from 1.475 to 41.4 in the first step at η = 0.2 over all 64', () =>
    expect(walk('line', { batchSize: 64, rate: 0.2, steps: 1, sum: true }).losses[0]).toBeCloseTo(41.4, 1));
});

describe('the slice', () => {
  const file = join(import.meta.dirname, '../../../models/spiral-mlp/history.json');
  const moments = momentsOf(JSON.parse(readFileSync(file, 'utf8')));
  const state = slice.update(slice.initial(startSettings(slice)), { kind: 'loaded', moments });
  const at = (step: number) => moments.findIndex((moment) => moment.step === step);

  it('is of 371 parameters; 64 % of the squared way after 1,536 steps lies in the plane along the training', () => {
    expect(parameterCount).toBe(371);
    const { share } = shadowOf(moments[at(1536)].parameters, planeOf(state));
    expect(share).toBeCloseTo(0.64, 2);
  });

  it('shows a shadow of 0.684 after 256 steps, where the network’s loss is 0.845', async () => {
    const { training, plane } = { training: moments[at(256)], plane: planeOf(state) };
    expect(training.loss).toBeCloseTo(0.845, 3);
    const sessions = keptSessions((graph) => createSession(encodeModel(graph)));
    const shadow = shadowOf(training.parameters, plane).at;
    const [loss] = await lossesAt(sessionRunner(sessions.open), plane, [shadow]);
    await sessions.close();
    expect(loss).toBeCloseTo(0.684, 3);
  });

  it('holds 0.9 % of the squared way from start to end in the random plane with seed 1', () => {
    const { share } = shadowOf(moments[0].parameters, planeOf({ ...state, plane: 'random', seed: 1 }));
    expect(share).toBeCloseTo(0.009, 3);
  });
});
