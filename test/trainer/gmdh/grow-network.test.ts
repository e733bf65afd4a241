import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { type GmdhNetwork, growNetwork } from '../../../src/trainer/gmdh/grow-network.ts';
import { gmdhGraph } from '../../../src/trainer/gmdh/network-graph.ts';
import { observations } from '../../../src/trainer/gmdh/observations.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import '../../support/close-to.ts';

/** Every combination of the levels, for `width` inputs. */
const grid = (width: number, levels: readonly number[]): number[][] =>
  width === 0 ? [[]] : grid(width - 1, levels).flatMap((start) => levels.map((level) => [...start, level]));

const observe = (rows: readonly number[][], of: (x: readonly number[]) => number) =>
  observations(rows.flat(), rows.map(of));

describe('growNetwork on a product of two quadratics, with a fifth input that plays no part', () => {
  // Over a full grid the best fit to one pair is that pair's own factor, so that two layers suffice exactly.
  const target = ([a, b, c, d]: readonly number[]) =>
    (2 + 0.5 * a + 2 * a * b - 0.25 * b * b) * (1.5 - 0.5 * c + 2 * c * d + 0.25 * d * d);
  const training = observe(grid(5, [-1, 0, 1]), target);
  const checking = observe(grid(5, [-0.7, 0.2, 0.9]), target);
  const network = growNetwork(training, checking, { keep: 4 });

  it('recovers it exactly with two layers and then stops', () => {
    expect(network.criterion).toHaveLength(2);
    expect(network.criterion[0]).toBeGreaterThan(0.1);
    expect(network.criterion[1]).toBeLessThan(1e-24);
  });
  it('keeps the two pairs that matter first, and no more than it was told to', () => {
    expect(network.layers[0].slice(0, 2).map(({ first, second }) => [first, second])).toEqual(
      expect.arrayContaining([
        [0, 1],
        [2, 3],
      ]),
    );
    expect(network.layers.map((layer) => layer.length)).toEqual([4, 4]);
  });
  it('orders the units of a layer by their checking error', () => {
    for (const layer of network.layers)
      expect(layer.map(({ error }) => error)).toEqual(layer.map(({ error }) => error).sort((a, b) => a - b));
  });

  const { graph, parameters } = gmdhGraph(network, 3);
  const fresh = [
    [0.5, -0.3, 0.8, 1.2, 9],
    [-0.9, 0.4, -0.2, 0.6, -9],
    [1.1, 1.3, 0.7, -1.4, 0],
  ];

  it('narrows to the three units that the answer depends on', () =>
    expect(Object.keys(parameters).sort()).toEqual(
      ['layer1.unit0', 'layer1.unit1', 'layer2.unit0'].flatMap((unit) => [`${unit}.bias`, `${unit}.weights`]),
    ));
  it('answers as the polynomial does where it has never been, as a graph and in onnxruntime', async () => {
    const x = Float32Array.from(fresh.flat());
    const expected = fresh.map(target);
    expect(evaluate(graph, { x, ...parameters }).y.data).toBeCloseToTensor(expected, 1e-6);
    const model = encodeModel(graph, { initializers: parameters, batch: { symbol: 'N', size: 3 } });
    const session = await createSession(model);
    const { y } = await session.run({ x: session.upload([3, 5], x) });
    expect(await y.read()).toBeCloseToTensor(expected, 1e-6);
    const one = await session.run({ x: session.upload([1, 5], x.slice(5, 10)) });
    expect(await one.y.read()).toBeCloseToTensor([expected[1]], 1e-6);
    session.dispose();
  });
});

describe('growNetwork on 30 noisy measurements', () => {
  const source = random(3);
  const noisy = (count: number) => {
    const rows = Array.from({ length: count }, () => Array.from({ length: 4 }, () => source.uniform()));
    return observe(rows, ([a, b, c]) => a * b + c + 0.15 * source.normal());
  };
  const [training, checking] = [noisy(30), noisy(30)];
  const network = growNetwork(training, checking);

  it('stops at the first layer whose best checking error is no lower, and throws that layer away', () => {
    const { criterion, layers } = network;
    expect(layers.length).toBeLessThan(10);
    expect(criterion).toHaveLength(layers.length + 1);
    for (let l = 1; l < layers.length; l++) expect(criterion[l]).toBeLessThan(criterion[l - 1]);
    expect(criterion[layers.length]).toBeGreaterThanOrEqual(criterion[layers.length - 1]);
    expect(layers.map(([best]) => best.error)).toEqual(criterion.slice(0, -1));
  });
  it('would go on for all ten layers, if the training part were its own judge', () => {
    const unchecked = growNetwork(training, training);
    expect(unchecked.layers).toHaveLength(10);
    const other = noisy(500);
    expect(errorOn(other, unchecked)).toBeGreaterThan(errorOn(other, network));
  });
  it('grows the same network from the same measurements', () =>
    expect(growNetwork(training, checking)).toEqual(network));
  it('grows no more layers than it is allowed', () =>
    expect(growNetwork(training, training, { layers: 2 }).layers).toHaveLength(2));
});

function errorOn({ inputs, target }: ReturnType<typeof observations>, network: GmdhNetwork): number {
  const { graph, parameters } = gmdhGraph(network, target.length);
  const x = Array.from(target, (_, i) => inputs.map((column) => column[i])).flat();
  const y = evaluate(graph, { x, ...parameters }).y.data;
  return target.reduce((sum, t, i) => sum + (y[i] - t) ** 2, 0) / target.length;
}

describe('growNetwork refuses', () => {
  const two = observations([1, 2, 3, 4], [1, 2]);
  it('a single input, of which there is no pair', () =>
    expect(() => growNetwork(observations([1, 2], [1, 2]), observations([1, 2], [1, 2]))).toThrow(
      new RangeError(
        'growNetwork: needs 2 inputs, 2 units to keep, 1 layer and 1 checking observation; got 1, 8, 10, 2',
      ),
    ));
  it('parts with different inputs', () =>
    expect(() => growNetwork(two, observations([1, 2, 3], [1]))).toThrow(
      new RangeError('growNetwork: 2 inputs in the training part, 3 in the checking part'),
    ));
  it('to keep a single unit, of which there is no pair either', () =>
    expect(() => growNetwork(two, two, { keep: 1 })).toThrow(RangeError));
});
