/** One checker for every operator and layer: definition against central differences and onnxruntime. */

import { expect } from 'vitest';
import { gradients } from '../../src/graph/autodiff.ts';
import { evaluate } from '../../src/graph/evaluate.ts';
import { mul, reduceSum } from '../../src/graph/ops/index.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import { constant, graph, type Input, input, type Shape, type Value } from '../../src/graph/value.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { createSession } from '../../src/runtime/node.ts';
import './close-to.ts';

/** Numbers for one input: a list is a vector, an object gives the shape too. */
export type Sample = readonly number[] | { readonly shape: Shape; readonly data: readonly number[] };
export type Build = (...x: Input[]) => Value;

const shapeOf = (sample: Sample): Shape => ('shape' in sample ? sample.shape : [sample.length]);
const dataOf = (sample: Sample): readonly number[] => ('shape' in sample ? sample.data : sample);

/** A tensor of distinct, irregular numbers in (−span, span): mistakes in indexing give other answers. */
export function irregular(shape: Shape, span = 1, seed = 1): Sample {
  const golden = 0.6180339887498949;
  return {
    shape,
    data: Array.from(
      { length: sizeOf(shape) },
      (_, i) => span * (2 * (((i + seed) * golden * seed + 0.1 * seed) % 1) - 1),
    ),
  };
}

function prepare(build: Build, at: readonly Sample[]) {
  const inputs = at.map((sample, i) => input(`x${i}`, shapeOf(sample)));
  const output = build(...inputs);
  // Each output number weighs differently in the loss, so that gradients sent to the wrong place show.
  const weights = Array.from({ length: sizeOf(output.shape) }, (_, i) => Math.cos(1 + 2 * i));
  const loss = reduceSum(mul(output, constant(weights, 'float32', output.shape)));
  const feeds = Object.fromEntries(at.map((sample, i) => [`x${i}`, dataOf(sample)]));
  return { inputs, output, loss, feeds };
}

/** The gradient rule agrees with central differences of the definition, in float64, to 1e-6. */
export function expectGradient(build: Build, at: readonly Sample[]): void {
  const { inputs, loss, feeds } = prepare(build, at);
  const slopes = gradients(loss, inputs);
  const outputs = Object.fromEntries(slopes.map((slope, i) => [`d${i}`, slope]));
  const found = evaluate(graph('gradient', outputs, inputs), feeds);
  const objective = graph('loss', { loss }, inputs);
  inputs.forEach((one, which) => {
    expect(found[`d${which}`].shape).toEqual(one.shape);
    const measured = dataOf(at[which]).map((x, i) => {
      const h = 1e-5 * Math.max(1, Math.abs(x));
      const lossAt = (value: number) => {
        const moved = [...dataOf(at[which])];
        moved[i] = value;
        return evaluate(objective, { ...feeds, [one.name]: moved }).loss.data[0];
      };
      return (lossAt(x + h) - lossAt(x - h)) / (2 * h);
    });
    expect(found[`d${which}`].data).toBeCloseToTensor(measured, 1e-6);
  });
}

/** onnxruntime computes the same output and the same gradients as the definitions, to float32 rounding. */
export async function expectRuntimeAgrees(
  build: Build,
  at: readonly Sample[],
  tolerance = 2e-6,
): Promise<void> {
  const { inputs, output, loss, feeds } = prepare(build, at);
  const values: Record<string, Value> = { output };
  if (output.dtype === 'float32')
    gradients(loss, inputs).forEach((slope, i) => {
      values[`d${i}`] = slope;
    });
  const whole = graph('check', values, inputs);
  // The definitions get the same rounded numbers that the runtime gets.
  const rounded = Object.fromEntries(
    Object.entries(feeds).map(([name, data]) => [name, Float32Array.from(data)]),
  );
  const expected = evaluate(whole, rounded);
  const session = await createSession(encodeModel(whole));
  const outputs = await session.run(
    Object.fromEntries(inputs.map((one) => [one.name, session.upload(one.shape, rounded[one.name])])),
  );
  for (const name of Object.keys(values)) {
    expect(outputs[name].shape).toEqual(expected[name].shape);
    expect(await outputs[name].read()).toBeCloseToTensor(expected[name].data, tolerance);
  }
  session.dispose();
}
