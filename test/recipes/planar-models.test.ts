/** The numbers on the cards of the planar models, computed anew from model.onnx without the trainer's help. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataSha256 } from '../../scripts/train/card.ts';
import { and, or, xor } from '../../src/datasets/corners.ts';
import type { Dataset, Examples } from '../../src/datasets/dataset.ts';
import { referenceSession } from '../../src/graph/session.ts';
import type { Graph } from '../../src/graph/value.ts';
import { separablePoints } from '../../src/recipes/linear-unit.ts';
import { modelCard, trainingHistory } from '../../src/recipes/model-card.ts';
import { runRecipe } from '../../src/recipes/run.ts';
import xorMlp from '../../src/recipes/xor-mlp.ts';
import { createSession } from '../../src/runtime/wasm.ts';
import '../support/close-to.ts';

const read = (id: string, file: string) => readFileSync(join(import.meta.dirname, '../../models', id, file));
const cardOf = (id: string) => modelCard.parse(JSON.parse(read(id, 'card.json').toString()));
const historyOf = (id: string) => trainingHistory.parse(JSON.parse(read(id, 'history.json').toString()));
const points = (await separablePoints.load({ read: () => Promise.reject() })) as Dataset;

async function answers(id: string, { x, count }: Examples): Promise<Record<string, Float32Array>> {
  const session = await createSession(read(id, 'model.onnx'));
  const outputs = await session.run({ x: session.upload([count, 2], x) });
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(outputs))
    numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return numbers;
}

const mean = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((a, b) => a + b, 0) / numbers.length;

describe.each([
  { id: 'perceptron', lossOf: (sum: number, target: number) => Math.max(0, -target * sum) },
  { id: 'adaline', lossOf: (sum: number, target: number) => (sum - target) ** 2 / 2 },
])('$id', ({ id, lossOf }) => {
  const card = cardOf(id);

  it('has 40 training and 200 held-out points, whose numbers hash to what the card says', () => {
    expect([points.training.count, points.heldOut.count]).toEqual([40, 200]);
    expect([card.data.training, card.data.heldOut]).toEqual([40, 200]);
    expect(card.data.sha256).toBe(dataSha256(points));
  });

  it.each(['training', 'heldOut'] as const)(
    'gets the accuracy and loss that its card states (%s)',
    async (part) => {
      const name = { training: 'training', heldOut: 'held-out' }[part];
      const { sum, answer } = await answers(id, points[part]);
      const right = answer.filter((one, i) => one === points[part].target[i]);
      expect(right.length / points[part].count).toBe(card.metrics[`${name} accuracy`]);
      expect(mean(sum.map((one, i) => lossOf(one, points[part].target[i])))).toBeCloseTo(
        card.metrics[`${name} loss`],
        6,
      );
      expect(answer).toEqual(sum.map((one) => (one > 0 ? 1 : -1)));
    },
  );
});

describe('perceptron', () => {
  const { steps, curves, parameters } = historyOf('perceptron');
  const card = cardOf('perceptron');

  it('records every mistake, and then a pass through all points without one', () => {
    const mistakes = card.metrics['mistakes while learning'];
    expect(curves.mistakes).toEqual([...Array.from({ length: mistakes + 1 }, (_, i) => i), mistakes]);
    expect(steps[steps.length - 1] - steps[steps.length - 2]).toBeGreaterThanOrEqual(40);
    expect(card.metrics['training accuracy']).toBe(1);
  });

  it('holds at each record the sum of label times point over the mistakes so far, exactly', () => {
    const { x, target } = points.training;
    const [weights, bias] = [[0, 0], [0]];
    steps.slice(1, -1).forEach((step, record) => {
      const point = (step - 1) % 40;
      weights[0] += target[point] * x[2 * point];
      weights[1] += target[point] * x[2 * point + 1];
      bias[0] += target[point];
      expect(parameters.weights.values[record + 1].map(Math.fround)).toEqual(weights);
      expect(parameters.bias.values[record + 1]).toEqual(bias);
    });
  });

  it('makes fewer mistakes than Novikoff’s bound allows for these points', () => {
    // |u·x + b| / |(u, b)| over the final boundary is a margin that some unit has, so the bound holds for it.
    const { x, target, count } = points.training;
    const [[u1, u2], [b]] = [
      parameters.weights.values.at(-1) as number[],
      parameters.bias.values.at(-1) as number[],
    ];
    const each = Array.from({ length: count }, (_, i) => [x[2 * i], x[2 * i + 1], 1, target[i]]);
    const radius2 = Math.max(...each.map(([a, c]) => a * a + c * c + 1));
    const margin = Math.min(...each.map(([a, c, , y]) => y * (u1 * a + u2 * c + b))) / Math.hypot(u1, u2, b);
    expect(margin).toBeGreaterThan(0);
    expect(card.metrics['mistakes while learning']).toBeLessThanOrEqual(radius2 / margin ** 2);
  });

  it.each([
    // Trained through the shipped step file; the traces are those of the source notes.
    { name: 'AND', set: and(), mistakes: 18, cleanEpoch: 9, final: [-4, 3, 2] },
    { name: 'OR', set: or(), mistakes: 9, cleanEpoch: 6, final: [-1, 2, 2] },
  ])('learns $name with step.onnx in $mistakes mistakes', async ({ set, mistakes, cleanEpoch, final }) => {
    const session = await createSession(read('perceptron', 'step.onnx'));
    let state = {
      weights: session.upload([2, 1], new Float32Array(2)),
      bias: session.upload([1], new Float32Array(1)),
    };
    let [total, epoch] = [0, 0];
    for (let clean = false; !clean; ) {
      epoch++;
      clean = true;
      for (let i = 0; i < 4; i++) {
        const next = await session.run({
          x: session.upload([1, 2], set.x.slice(2 * i, 2 * i + 2)),
          target: session.upload([1, 1], set.target.slice(i, i + 1)),
          learningRate: session.upload([], Float32Array.of(1)),
          ...state,
        });
        state = { weights: next['weights.next'], bias: next['bias.next'] };
        const [mistake] = await next.loss.read();
        total += mistake;
        if (mistake) clean = false;
      }
    }
    expect({ total, epoch }).toEqual({ total: mistakes, epoch: cleanEpoch });
    expect([...(await state.bias.read()), ...(await state.weights.read())]).toEqual(final);
    session.dispose();
  });
});

describe('xor-mlp', () => {
  it('is sure of all four answers: no probability between 0.05 and 0.95', async () => {
    const { probability, hidden } = await answers('xor-mlp', xor());
    expect(Array.from(probability, (one) => (one > 0.95 ? 1 : one < 0.05 ? -1 : 0))).toEqual([-1, 1, 1, -1]);
    expect(hidden).toHaveLength(8);
  });

  it('states the loss of those answers, and no accuracy on held-out points, of which there are none', async () => {
    const { metrics, data } = cardOf('xor-mlp');
    const { probability } = await answers('xor-mlp', xor());
    const { target } = xor();
    const losses = probability.map((one, i) => -Math.log(target[i] > 0 ? one : 1 - one));
    expect(metrics['training loss']).toBeCloseTo(mean(losses), 5);
    expect(metrics['training accuracy']).toBe(1);
    expect(data).toMatchObject({ training: 4, heldOut: 0 });
    expect(Object.keys(metrics).filter((name) => name.startsWith('held-out'))).toEqual([]);
  });

  it('records about sixty moments, the loss falling from log 2 or more to almost nothing', () => {
    const { steps, curves } = historyOf('xor-mlp');
    expect(steps.length).toBeGreaterThan(50);
    expect(steps.length).toBeLessThan(70);
    expect(curves.loss[0]).toBeGreaterThan(0.69);
    expect(curves.loss.at(-1)).toBeLessThan(0.01);
  });

  it('succeeds from the seeds that its card names and from no other of the first twelve, in float64 too', async () => {
    const open = async (graph: Graph) => referenceSession(graph);
    const solved: number[] = [];
    for (let seed = 1; seed <= 12; seed++) {
      const run = await runRecipe({ ...xorMlp, seed }, await xorMlp.data.load(), open);
      if (run.metrics['training accuracy'] === 1) solved.push(seed);
      else expect(run.metrics['training loss']).toBeCloseTo(0.348, 3);
    }
    expect(cardOf('xor-mlp').hyperparameters['choice of seed']).toContain('only 1, 3, 11 and 12 ');
    expect(solved).toEqual([1, 3, 11, 12]);
  });
});
