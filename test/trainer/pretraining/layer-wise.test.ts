import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { sigmoid } from '../../../src/graph/ops/index.ts';
import { referenceSession } from '../../../src/graph/session.ts';
import { type Graph, graph, type Input, input, type Value } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { dense } from '../../../src/trainer/layers/dense.ts';
import { logisticLoss } from '../../../src/trainer/losses/logistic-loss.ts';
import { optimizers } from '../../../src/trainer/optimizers/index.ts';
import { autoencoder, autoencoderStep } from '../../../src/trainer/pretraining/autoencoder.ts';
import { boltzmannMachine, freeEnergy } from '../../../src/trainer/pretraining/boltzmann-machine.ts';
import { contrastiveDivergence } from '../../../src/trainer/pretraining/contrastive-divergence.ts';
import { deepAutoencoder, unfolded } from '../../../src/trainer/pretraining/deep-autoencoder.ts';
import { pretrain } from '../../../src/trainer/pretraining/layer-wise.ts';
import type { PretrainedLayer, Pretraining } from '../../../src/trainer/pretraining/learn-layer.ts';
import { trainingStep } from '../../../src/trainer/step.ts';
import { train } from '../../../src/trainer/train.ts';
import { expectGradient, irregular } from '../../support/check-operator.ts';
import { countingSession } from '../../support/counting-session.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';
import { barsAndStripes, type Picture } from './bars-and-stripes.ts';

const open = (program: Graph) => createSession(encodeModel(program));
const pixelsOf = (pictures: readonly Picture[]) =>
  Float32Array.from(pictures.flatMap(({ pixels }) => [...pixels]));
const settings = (
  step: Pretraining['step'],
  epochs: number,
  learningRate: number,
  seed = 1,
): Pretraining => ({
  step,
  open,
  batchSize: 14,
  epochs,
  learningRate,
  random: random(seed),
});

describe('a Boltzmann machine on bars and stripes of side 3', () => {
  const x = pixelsOf(barsAndStripes(3));

  /** Mean log likelihood of the pictures in nats, with all 512 of them counted. */
  function logLikelihood(layer: PretrainedLayer): number {
    const machine = boltzmannMachine(9, layer.hidden);
    const feeds = { weights: layer.weights, visibleBias: layer.visibleBias, hiddenBias: layer.hiddenBias };
    const energies = (rows: ArrayLike<number>): number[] =>
      numbersOf(freeEnergy(input('rows', [rows.length / 9, 9]), machine), { rows, ...feeds });
    const all = Array.from({ length: 512 }, (_, code) =>
      Array.from({ length: 9 }, (_, i) => (code >> i) & 1),
    );
    const partition = energies(all.flat()).reduce((sum, one) => sum + Math.exp(-one), 0);
    return -energies(x).reduce((sum, one) => sum + one, 0) / 12 - Math.log(partition);
  }

  it('gives back what it is shown better and better, and makes it likely', async () => {
    const run = { ...settings(contrastiveDivergence, 600, 0.2), batchSize: 6 };
    const [layer] = await pretrain(x, [9, 8], run);
    expect(layer.losses).toHaveLength(600);
    expect(layer.losses[599]).toBeLessThan(layer.losses[0] / 4);
    // Nine coins give −6.24; no machine can exceed −log 12 = −2.48.
    expect(logLikelihood(layer)).toBeGreaterThan(-4);
    expect(logLikelihood(layer)).toBeLessThan(-Math.log(12));
  });
});

describe('autoencoder', () => {
  it('decodes with the weights it encodes with', () => {
    const feeds = { x: [1, 0, 0.5], weights: [1, -2, 0.5, 3, -1, 0.25], visibleBias: [0.1, 0.2, 0.3] };
    const { code, logits } = autoencoder(input('x', [1, 3]), boltzmannMachine(3, 2));
    const found = evaluate(graph('autoencoder', { code, logits }), { ...feeds, hiddenBias: [0.5, -0.5] });
    const [c1, c2] = [0.5 + 1 - 0.5, -0.5 - 2 + 0.125].map((z) => 1 / (1 + Math.exp(-z)));
    expect(found.code.data).toBeCloseToTensor([c1, c2], 1e-12);
    expect(found.logits.data).toBeCloseToTensor(
      [0.1 + c1 - 2 * c2, 0.2 + 0.5 * c1 + 3 * c2, 0.3 - c1 + 0.25 * c2],
      1e-12,
    );
  });
  it('has the gradient that central differences measure, through both uses of the weights', () =>
    expectGradient(
      (x, weights, visibleBias, hiddenBias) =>
        logisticLoss(autoencoder(x, { weights, visibleBias, hiddenBias }).logits, sigmoid(x)),
      [irregular([4, 3]), irregular([3, 2]), irregular([3]), irregular([2])],
    ));
});

const pictures = barsAndStripes(4);
const sizes = [16, 12, 12, 12, 12];

/** A deep net of sigmoid units that tells bars from stripes; its loss after 1000 steps on all pictures. */
async function lossAfterTraining(initial: Readonly<Record<string, Float32Array>>): Promise<number> {
  const x = input('x', [pictures.length, 16]);
  const target = input('target', [pictures.length, 1]);
  const parameters: Input[] = [];
  const layer = (l: number, units: Value, outputs: number): Value => {
    const [weights, bias] = [input(`${l}.weights`, [units.shape[1], outputs]), input(`${l}.bias`, [outputs])];
    parameters.push(weights, bias);
    return dense(units, weights, bias);
  };
  const deep = sizes.slice(1).reduce((units: Value, size, i) => sigmoid(layer(i + 1, units, size)), x);
  const step = trainingStep({
    name: 'deep-sigmoid',
    batch: [x, target],
    parameters,
    loss: logisticLoss(layer(5, deep, 1), target),
    optimizer: optimizers.sgd(),
  });
  const batch = {
    x: pixelsOf(pictures),
    target: Float32Array.from(pictures.map(({ bars }) => bars)),
  };
  const session = await open(step);
  let last = Number.NaN;
  const batches = Array.from({ length: 1000 }, () => batch);
  for await (const { step: done, loss } of train(session, step, { batches, initial, learningRate: 0.5 }))
    if (done === 1000) last = (await loss.read())[0];
  session.dispose();
  return last;
}

const normals = (length: number, deviation: number, seed: number) => {
  const { normal } = random(seed);
  return Float32Array.from({ length }, () => deviation * normal());
};
const output = { '5.weights': normals(12, 0.1, 99) };

const randomLayers = (deviation: (inputs: number, outputs: number) => number) =>
  Object.fromEntries(
    [1, 2, 3, 4].map((l) => [
      `${l}.weights`,
      normals(sizes[l - 1] * sizes[l], deviation(sizes[l - 1], sizes[l]), l),
    ]),
  );

describe.each([
  { name: 'Boltzmann machines', step: contrastiveDivergence },
  { name: 'autoencoders', step: autoencoderStep },
])('pretraining four layers as $name', ({ step }) => {
  let layers: PretrainedLayer[];
  beforeAll(async () => {
    layers = await pretrain(pixelsOf(pictures), sizes, settings(step, 400, 0.5));
  }, 60_000);

  it('lowers the reconstruction loss of every layer', () => {
    expect(layers.map(({ visible, hidden }) => [visible, hidden])).toEqual([
      [16, 12],
      [12, 12],
      [12, 12],
      [12, 12],
    ]);
    for (const { losses } of layers) expect(losses[399]).toBeLessThan(0.8 * losses[0]);
    expect(layers[0].losses[399]).toBeLessThan(layers[0].losses[0] / 10);
  });
  it('starts a deep sigmoid net that then learns', async () => {
    const initial = Object.fromEntries(
      layers.flatMap(({ weights, hiddenBias }, i) => [
        [`${i + 1}.weights`, weights],
        [`${i + 1}.bias`, hiddenBias],
      ]),
    );
    expect(await lossAfterTraining({ ...initial, ...output })).toBeLessThan(0.2);
  });
  it('gives a deep autoencoder that already gives back most of what it sees', () => {
    const x = input('x', [pictures.length, 16]);
    const { logits, code, parameters } = deepAutoencoder(x, sizes);
    const start = unfolded(layers);
    expect(Object.keys(start).sort()).toEqual(parameters.map(({ name }) => name).sort());
    const program = graph('deep-autoencoder', { code, answer: sigmoid(logits) }, [x]);
    const rightWith = (initial: Readonly<Record<string, Float32Array>>) => {
      const { answer } = evaluate(program, { x: pixelsOf(pictures), ...initial });
      return (
        answer.data.filter((p, i) => p > 0.5 === pixelsOf(pictures)[i] > 0.5).length / answer.data.length
      );
    };
    const unlearnt = Object.fromEntries(
      parameters.map(({ name }, i) => [name, normals(start[name].length, 0.1, i)]),
    );
    expect(rightWith(unlearnt)).toBeLessThan(0.6);
    expect(rightWith(start)).toBeGreaterThan(0.7);
  });
});

describe('the same deep sigmoid net without pretraining', () => {
  it('does not learn at all from small random weights: it stays at log 2', async () =>
    expect(await lossAfterTraining({ ...randomLayers(() => 0.1), ...output })).toBeCloseTo(Math.LN2, 2));
  it('does learn from random weights of the right size, which is what made pretraining dispensable', async () => {
    const initial = randomLayers((inputs, outputs) => 4 * Math.sqrt(2 / (inputs + outputs)));
    expect(await lossAfterTraining({ ...initial, ...output })).toBeLessThan(0.2);
  });
});

describe('pretrain', () => {
  const x = pixelsOf(pictures);
  it('gives the same layers for the same seed and others for another', async () => {
    const run = (seed: number) => pretrain(x, [16, 3, 2], settings(contrastiveDivergence, 3, 0.1, seed));
    const [first, again, other] = [await run(1), await run(1), await run(2)];
    expect(again).toEqual(first);
    expect(other[1].weights).not.toEqual(first[1].weights);
  });
  it('frees every tensor it makes', async () => {
    const sessions: ReturnType<typeof countingSession>[] = [];
    const counted = async (program: Graph) => {
      sessions.push(countingSession(referenceSession(program)));
      return sessions[sessions.length - 1];
    };
    await pretrain(x, [16, 3, 2], { ...settings(contrastiveDivergence, 1, 0.1), open: counted });
    expect(sessions.map((session) => session.alive())).toEqual([0, 0, 0, 0]);
  });
  it('refuses examples that fill no batch', async () =>
    expect(pretrain(x.slice(0, 32), [16, 3], settings(autoencoderStep, 1, 0.1))).rejects.toThrow(
      new RangeError('pretrain: 32 numbers make no batch of 14 examples of 16 numbers'),
    ));
});
