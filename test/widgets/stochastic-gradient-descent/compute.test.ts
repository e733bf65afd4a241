import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referenceSession } from '../../../src/graph/session.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import lineFit from '../../../src/recipes/line-fit.ts';
import oneNeuron from '../../../src/recipes/one-neuron.ts';
import { descentStep } from '../../../src/recipes/two-parameters.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import {
  along,
  cloudSize,
  gridSide,
  measureHere,
  measureSurface,
} from '../../../src/widgets/stochastic-gradient-descent/compute.ts';
import { descend, mostAtOnce } from '../../../src/widgets/stochastic-gradient-descent/descend.ts';
import { lookHere } from '../../../src/widgets/stochastic-gradient-descent/graphs.ts';
import { model } from '../../../src/widgets/stochastic-gradient-descent/model.ts';
import { problems } from '../../../src/widgets/stochastic-gradient-descent/problems.ts';
import { batchOfStep } from '../../../src/widgets/stochastic-gradient-descent/sampling.ts';
import type { Course, State } from '../../../src/widgets/stochastic-gradient-descent/state.ts';

const exact = sessionRunner(async (graph) => referenceSession(graph));
const wasm = sessionRunner((graph) => createSession(encodeModel(graph)));
const first = model.initial(startSettings(model));
const stateOf = (course: Partial<Course>, change: Partial<State> = {}): State => ({
  ...first,
  ...change,
  course: { ...first.course, ...course },
});
const { line, neuron } = problems;

describe.each([
  { name: 'line', recipe: lineFit, problem: line },
  { name: 'neuron', recipe: oneNeuron, problem: neuron },
] as const)('the $name', ({ name, recipe, problem }) => {
  it('steps by the very graph of the shipped step.onnx', () => {
    const step = descentStep(recipe.id, problem.predict, recipe.batchSize, 'mean');
    const description = `One training step of ${recipe.title}: from a batch and the parameters to the next parameters.`;
    const shipped = readFileSync(join(import.meta.dirname, '../../../models', recipe.id, 'step.onnx'));
    expect(Buffer.from(encodeModel(step, { description })).equals(shipped)).toBe(true);
  });

  it('has the gradient and the curvature that central differences of the loss measure', async () => {
    const numbers = random(7);
    for (let i = 0; i < 5; i++) {
      const at = [2 * numbers.normal(), 2 * numbers.normal()] as const;
      const loss = async (dw: number, db: number) =>
        (await measureLoss(name, [at[0] + dw, at[1] + db])) as number;
      const h = 1e-2;
      const here = await lookHere(exact, problem, 'mean', at);
      const [center, e, w, n, s, ne, sw, se, nw] = await Promise.all([
        loss(0, 0),
        loss(h, 0),
        loss(-h, 0),
        loss(0, h),
        loss(0, -h),
        loss(h, h),
        loss(-h, -h),
        loss(h, -h),
        loss(-h, h),
      ]);
      expect(here.gradient[0]).toBeCloseTo((e - w) / (2 * h), 3);
      expect(here.gradient[1]).toBeCloseTo((n - s) / (2 * h), 3);
      expect(here.slopeSlope).toBeCloseTo((e + w - 2 * center) / h ** 2, 2);
      expect(here.interceptIntercept).toBeCloseTo((n + s - 2 * center) / h ** 2, 2);
      expect(here.slopeIntercept).toBeCloseTo((ne + sw - se - nw) / (4 * h ** 2), 2);
    }
  });
});

/** By its definition, without a graph. */
async function measureLoss(name: 'line' | 'neuron', [w, b]: readonly [number, number]): Promise<number> {
  const { x, target, count } = problems[name].examples;
  const answer = name === 'line' ? (z: number) => z : Math.tanh;
  return (
    Array.from(x, (one, i) => (answer(w * one + b) - target[i]) ** 2 / 2).reduce((a, c) => a + c) / count
  );
}

describe('the landscape', () => {
  it('is the loss over all examples, slope across and intercept up, and 64 times that for the sum', async () => {
    const [mean, sum] = await Promise.all(
      (['mean', 'sum'] as const).map((reduction) => measureSurface(wasm, stateOf({ reduction }))),
    );
    const [column, row] = [7, 30];
    const place = [along(line.slope, gridSide)[column], along(line.intercept, gridSide)[row]] as const;
    const loss = await measureLoss('line', place);
    expect(mean.losses[row * gridSide + column]).toBeCloseTo(loss, 5);
    expect(sum.losses[row * gridSide + column]).toBeCloseTo(64 * loss, 3);
    expect(sum.floor.at[0]).toBeCloseTo(mean.floor.at[0], 5);
  });
});

describe('the walk', () => {
  it('goes against the mean gradient of each minibatch, or against the sum', async () => {
    for (const reduction of ['mean', 'sum'] as const) {
      const state = stateOf({ reduction, learningRate: 0.1, batchSize: 4 });
      const [{ batch, after, batchLoss }] = await descend(exact, state, 1);
      const [w, b] = state.course.start;
      const { x, target } = line.examples;
      const errors = batch.map((i) => w * x[i] + b - target[i]);
      const share = reduction === 'mean' ? 4 : 1;
      const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
      expect(batch).toEqual(batchOfStep(0, 'shuffled', { count: 64, batchSize: 4, seed: 1 }));
      expect(after[0]).toBeCloseTo(w - (0.1 / share) * total(errors.map((e, k) => e * x[batch[k]])), 5);
      expect(after[1]).toBeCloseTo(b - (0.1 / share) * total(errors), 5);
      expect(batchLoss).toBeCloseTo(total(errors.map((e) => (e * e) / 2)) / share, 5);
    }
  });

  it('is the same in one go and step by step, and goes on where the trail ends', async () => {
    const state = stateOf({ batchSize: 8 });
    const whole = await descend(exact, state, 6);
    let trail: State['trail'] = [];
    for (let i = 0; i < 6; i++) trail = [...trail, ...(await descend(exact, { ...state, trail }, 1))];
    expect(trail).toEqual(whole);
    expect(await descend(exact, state, 1000)).toHaveLength(mostAtOnce);
  });

  it('ends where a parameter passes ten thousand', async () => {
    const steps = await descend(exact, stateOf({ reduction: 'sum', batchSize: 64, learningRate: 0.2 }), 30);
    expect(steps.length).toBeLessThan(10);
    expect(Math.max(...(steps.at(-1)?.after ?? [0]).map(Math.abs))).toBeGreaterThan(1e4);
  });
});

describe('the cloud', () => {
  it.each([
    { sampling: 'shuffled', batchSize: 1 },
    { sampling: 'shuffled', batchSize: 16 },
    { sampling: 'replacement', batchSize: 16 },
    { sampling: 'replacement', batchSize: 64 },
  ] as const)(
    'of $batchSize ($sampling) scatters as theory says, around the full gradient',
    async (course) => {
      const { cloud, here } = await measureHere(exact, stateOf({ ...course }, { position: 0 }));
      expect(cloud.gradients).toHaveLength(cloudSize);
      expect(cloud.spread / cloud.expected).toBeGreaterThan(0.9);
      expect(cloud.spread / cloud.expected).toBeLessThan(1.1);
      const off = Math.hypot(cloud.mean[0] - here.gradient[0], cloud.mean[1] - here.gradient[1]);
      expect(off).toBeLessThan((4 * cloud.expected) / Math.sqrt(cloudSize));
    },
  );

  it('of all examples, each once, has no spread at all', async () => {
    const { cloud } = await measureHere(exact, stateOf({ batchSize: 64 }, { position: 0 }));
    expect(cloud.spread).toBeLessThan(1e-6);
    expect(cloud.expected).toBe(0);
  });

  it('is as many times as wide for the sum as there are examples in a batch', async () => {
    const [mean, sum] = await Promise.all(
      (['mean', 'sum'] as const).map((reduction) =>
        measureHere(exact, stateOf({ reduction, batchSize: 8 }, { position: 0 })),
      ),
    );
    expect(sum.cloud.spread / mean.cloud.spread).toBeCloseTo(8, 4);
    expect(sum.here.loss / mean.here.loss).toBeCloseTo(64, 3);
  });
});
