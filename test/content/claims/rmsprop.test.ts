/** Every number in content/entries/rmsprop.mdx, computed by the trainer. */

import { beforeAll, describe, expect, it } from 'vitest';
import { encodeModel } from '../../../src/onnx/model.ts';
import { lag, symbols, units } from '../../../src/recipes/recall-network.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { rmsprop } from '../../../src/trainer/optimizers/rmsprop.ts';
import { sessionRunner } from '../../../src/widgets/kit/graph-runner.ts';
import { lossAt, race, workExamples } from '../../../src/widgets/rmsprop/compute.ts';
import { largestNorm, lateAccuracy, train } from '../../../src/widgets/rmsprop/recurrent.ts';
import {
  type Courses,
  conventions,
  type Form,
  type RacerName,
  type Remedy,
  type Run,
  type Settings,
  steps,
  trainingSteps,
  usual,
  usualTraining,
} from '../../../src/widgets/rmsprop/state.ts';
import { candidates } from '../../../src/widgets/rmsprop/tuning.ts';
import { constantGradient, path } from '../../trainer/optimizers/descend.ts';
import { referenceRunner } from '../../widgets/reference-runner.ts';

const arrivals = async (change: Partial<Settings>): Promise<Record<RacerName, number | null>> => {
  const courses: Courses = await race(referenceRunner, { ...usual, ...change });
  return Object.fromEntries(
    Object.entries(courses).map(([racer, { arrival }]) => [racer, arrival]),
  ) as Record<RacerName, number | null>;
};

describe('the saddle', () => {
  it('has curvatures 4 along the ridge and −0.2 across it', async () => {
    const { sgd } = await race(referenceRunner, { ...usual, offset: 0 });
    // On the ridge, beside the saddle, the slope is the curvature times the distance.
    const near = sgd.moments.find(({ w }) => Math.abs(w[1] - 1) < 1e-3 && w[1] !== 1);
    expect((near?.gradient[1] ?? 0) / ((near?.w[1] ?? 0) - 1)).toBeCloseTo(4, 1);
    const off = await race(referenceRunner, { ...usual, offset: 1e-6 });
    const beside = off.sgd.moments.find(({ w }) => Math.abs(w[1] - 1) < 1e-6);
    expect((beside?.gradient[0] ?? 0) / (beside?.w[0] ?? 1)).toBeCloseTo(-0.2, 3);
    expect(lossAt).toEqual({ minimum: 0.5, saddle: 0.6 });
  });
});

describe('the race', () => {
  it('searches among 1, 2 and 5 times the powers of ten from 0.001 to 1', () =>
    expect(candidates).toEqual([0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5]));
  it('from 0.001 off the ridge takes 45, 57, 63, 74, 82 and 201 steps', async () =>
    expect(await arrivals({})).toEqual({
      adagrad: 45,
      nesterov: 57,
      adam: 63,
      momentum: 74,
      rmsprop: 82,
      sgd: 201,
    }));
  it('from 0.000001 off it keeps gradient descent beyond 240 and costs RMSprop one step more', async () => {
    expect(steps).toBe(240);
    expect(await arrivals({ offset: 1e-6 })).toMatchObject({
      momentum: 117,
      sgd: null,
      adagrad: 45,
      adam: 63,
      rmsprop: 83,
    });
  });
  it('on turned data takes RMSprop 157 steps, and those who know no axes as many as before', async () =>
    expect(await arrivals({ turned: true })).toMatchObject({
      rmsprop: 157,
      sgd: 201,
      momentum: 74,
      nesterov: 57,
    }));
  it('with PyTorch’s settings takes RMSprop 194 steps, and centred it does not settle', async () => {
    expect((await arrivals({ form: conventions.pytorch.form })).rmsprop).toBe(194);
    expect((await arrivals({ form: conventions.centred.form })).rmsprop).toBeNull();
  });
});

describe('the bound of the ratio', () => {
  const ratios = (decay: number, gradients: number[][]) => {
    const points = [0, ...path(rmsprop({ decay, epsilon: 0 }), { from: [0], learningRate: 1, gradients })];
    return points.slice(1).map((point, i) => points[i] - point);
  };
  it.each([
    [0.9, 3.162],
    [0.99, 10],
  ])('is reached at the first step: for ρ = %f, %f', (decay, bound) =>
    expect(ratios(decay, [[7]])[0]).toBeCloseTo(bound, 3),
  );
  it('for a constant gradient falls to 2.294, 1.239 at the tenth and 1.003 at the fiftieth', () => {
    for (const g of [1e-5, 100]) {
      const found = ratios(0.9, constantGradient(g, 50));
      expect([found[0], found[1], found[9], found[49]].map((one) => Number(one.toFixed(3)))).toEqual([
        3.162, 2.294, 1.239, 1.003,
      ]);
    }
  });
  it.each([
    [0.9, 3.161],
    [0.99, 9.951],
  ])('for ρ = %f holds a jump from 1 to 100 to %f', (decay, expected) => {
    const calm = constantGradient(1, 3000);
    expect(ratios(decay, [...calm, [100]]).at(-1)).toBeCloseTo(expected, 3);
  });
});

describe('the two examples', () => {
  const hinton: Form = conventions.hinton.form;
  it('give 0.2 of η on a plateau', async () => {
    expect((await workExamples(referenceRunner, { ...hinton, epsilon: 0 })).small.ratio).toBeCloseTo(0.2, 6);
  });
  it('need a decay of 0.9375 at a cliff: with 0.9 the root is at least 31.6', async () => {
    expect((await workExamples(referenceRunner, hinton)).large.ratio).toBeNull();
    expect(Math.sqrt(0.1 * 100 ** 2)).toBeCloseTo(31.6, 1);
    expect((await workExamples(referenceRunner, { ...hinton, decay: 0.9375 })).large.ratio).toBeCloseTo(4, 5);
    expect((await workExamples(referenceRunner, { ...hinton, decay: 0.93 })).large.ratio).toBeNull();
    expect((await workExamples(referenceRunner, { ...hinton, decay: 0.99 })).large.ratio).toBeCloseTo(4, 5);
  });
  it.each([
    [1e-8, 0.19996, 0.0894],
    [1e-7, 0.1996, 0.0312],
    [1e-6, 0.1961, 0.01],
  ])('shrink with ε = %f to %f outside the root and %f inside', async (epsilon, outside, inside) => {
    const at = async (epsilonInside: boolean) =>
      (await workExamples(referenceRunner, { ...hinton, epsilon, epsilonInside })).small.ratio;
    expect(await at(false)).toBeCloseTo(outside, 4);
    expect(await at(true)).toBeCloseTo(inside, 4);
  });
  it('meet an ε that outweighs roots below 0.000316 inside', () =>
    expect(Math.sqrt(1e-7)).toBeCloseTo(0.000316, 6));
});

describe('the recurrent network, on WASM', () => {
  const runs = new Map<Remedy, Run>();
  beforeAll(async () => {
    const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
    for (const remedy of ['none', 'clipping', 'rmsprop'] as const)
      for await (const run of train(runner, remedy, usualTraining)) runs.set(remedy, run);
  }, 180_000);
  const of = (remedy: Remedy) => runs.get(remedy) as Run;

  it('has 16 units, 14 symbols of which one of four is asked, 200 steps and the rate 0.5', () => {
    expect([units, lag + 2, symbols, trainingSteps]).toEqual([16, 14, 4, 200]);
    expect(usualTraining).toMatchObject({ rate: 0.5, limit: 1 });
  });
  it('ends at 24 % with gradient descent', () => expect(lateAccuracy(of('none'))).toBeCloseTo(0.24, 2));
  it('gets all right with clipping, through a norm of 8.6', () => {
    expect(lateAccuracy(of('clipping'))).toBe(1);
    expect(largestNorm(of('clipping')).norm).toBeCloseTo(8.6, 1);
  });
  it('gets all right with RMSprop, through norms up to 20', () => {
    expect(lateAccuracy(of('rmsprop'))).toBe(1);
    expect(Math.round(largestNorm(of('rmsprop')).norm)).toBe(20);
  });
});
