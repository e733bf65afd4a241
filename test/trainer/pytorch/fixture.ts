/** Reads the fixtures that generate.py wrote, and replays a training run against them. */

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate, type Feeds } from '../../../src/graph/evaluate.ts';
import { sizeOf } from '../../../src/graph/shape.ts';
import { graph, type Input, type StepGraph, type Value } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import type { Optimizer } from '../../../src/trainer/optimizers/optimizer.ts';
import { trainingStep } from '../../../src/trainer/step.ts';
import '../../support/close-to.ts';

export interface FixtureTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}
type ByName<T> = Readonly<Record<string, T>>;

/** One step: loss and gradients before the update, parameters after it. */
export interface FixtureStep {
  readonly loss: number;
  readonly gradients: ByName<readonly number[]>;
  readonly parameters: ByName<readonly number[]>;
}

export const readFixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./${name}.fixture.json`, import.meta.url), 'utf8')) as T;

export interface Run {
  readonly batch: readonly Input[];
  readonly parameters: readonly Input[];
  readonly loss: Value;
  readonly optimizer: Optimizer;
  /** Numbers for the batch inputs, the same at every step. */
  readonly data: Feeds;
  readonly initial: ByName<FixtureTensor>;
  /** The learning rate of each step. */
  readonly rates: readonly number[];
  /** Memory to take off a stored parameter to get the one PyTorch's fixture holds. */
  readonly less?: string;
}

const startOf = (step: StepGraph, initial: ByName<FixtureTensor>): Record<string, ArrayLike<number>> =>
  Object.fromEntries(
    step.carried.map(({ from }) => [
      from.name,
      initial[from.name]?.data ?? new Float64Array(sizeOf(from.shape)),
    ]),
  );

/** Every loss, gradient and parameter agrees with PyTorch's, both sides in float64. */
export function expectSameRun(run: Run, steps: readonly FixtureStep[], tolerance = 1e-9): void {
  const { batch, parameters, loss, optimizer, data, initial, rates, less } = run;
  const step = trainingStep({ name: 'fixture', batch, parameters, loss, optimizer });
  const slopes = gradients(loss, parameters);
  const slope = graph('slope', Object.fromEntries(slopes.map((one, i) => [`d ${parameters[i].name}`, one])), [
    ...batch,
    ...parameters,
  ]);
  let state = startOf(step, initial);
  steps.forEach((expected, t) => {
    const feeds = { ...data, ...state };
    const found = evaluate(slope, feeds);
    for (const { name } of parameters)
      expect(found[`d ${name}`].data, `gradient of ${name}, step ${t + 1}`).toBeCloseToTensor(
        expected.gradients[name],
        tolerance,
      );
    const outputs = evaluate(step, { ...feeds, learningRate: [rates[t]] });
    expect(outputs['loss'].data, `loss, step ${t + 1}`).toBeCloseToTensor([expected.loss], tolerance);
    state = Object.fromEntries(step.carried.map(({ from, to }) => [from.name, outputs[to].data]));
    for (const { name } of parameters) {
      const off = less ? Array.from(state[`${name}.${less}`]) : [];
      const theta = Array.from(state[name], (one, i) => one - (off[i] ?? 0));
      expect(theta, `${name} after step ${t + 1}`).toBeCloseToTensor(expected.parameters[name], tolerance);
    }
  });
}

/** The exported step, run by onnxruntime in float32, ends where PyTorch ends, to `tolerance`. */
export async function expectSameEndInRuntime(
  run: Run,
  steps: readonly FixtureStep[],
  tolerance = 1e-5,
): Promise<void> {
  const { batch, parameters, loss, optimizer, data, initial, rates, less } = run;
  const step = trainingStep({ name: 'fixture', batch, parameters, loss, optimizer });
  const session = await createSession(encodeModel(step));
  let state = startOf(step, initial);
  for (const rate of rates) {
    const feeds: Feeds = { ...data, ...state, learningRate: [rate] };
    const outputs = await session.run(
      Object.fromEntries(
        step.inputs.map(({ name, shape }) => [name, session.upload(shape, Float32Array.from(feeds[name]))]),
      ),
    );
    const next: Record<string, ArrayLike<number>> = {};
    for (const { from, to } of step.carried) next[from.name] = await outputs[to].read();
    state = next;
  }
  for (const { name } of parameters) {
    const off = less ? Array.from(state[`${name}.${less}`]) : [];
    const theta = Array.from(state[name], (one, i) => one - (off[i] ?? 0));
    expect(theta, `${name} in the end`).toBeCloseToTensor(
      steps[steps.length - 1].parameters[name],
      tolerance,
    );
  }
  session.dispose();
}
