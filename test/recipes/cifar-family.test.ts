import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/graph/shape.ts';
import { topologicalOrder, type Value } from '../../src/graph/value.ts';
import cifarNet from '../../src/recipes/cifar-net.ts';
import noDropout from '../../src/recipes/cifar-net-no-dropout.ts';
import withTanh from '../../src/recipes/cifar-net-tanh.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { syntheticClasses } from '../support/synthetic-classes.ts';

/** How often each operator computes what the network answers. */
function operators(value: Value): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of topologicalOrder([value]))
    if (one.kind === 'result') counts[one.op.name] = (counts[one.op.name] ?? 0) + 1;
  return counts;
}
const answerOf = ({ build }: typeof cifarNet) => operators(build(2).outputs.probability);

describe('cifar-net', () => {
  it('is AlexNet in small: four convolutions, three overlapping pools, two LRN, two dense layers', () => {
    const { Conv, MaxPool, MatMul, Relu, Exp } = answerOf(cifarNet);
    // A Conv of ones sums the neighbours in each LRN.
    expect({ Conv, MaxPool, MatMul, Relu, Exp }).toEqual({ Conv: 6, MaxPool: 3, MatMul: 2, Relu: 5, Exp: 2 });
    const pools = topologicalOrder([cifarNet.build(1).outputs.probability]).filter(
      (value) => value.kind === 'result' && value.op.name === 'MaxPool',
    );
    expect(pools.map(({ shape }) => shape)).toEqual([
      [1, 32, 15, 15],
      [1, 64, 7, 7],
      [1, 96, 3, 3],
    ]);
  });

  it('leaves out about half of the hidden units of each picture, others each time, and only to train', () => {
    const { epoch, build, batchSize } = cifarNet;
    const [first, second] = epoch(syntheticClasses(2 * batchSize, 3072), batchSize, random(3));
    const [one, other] = [first, second].map((batch) => batch['hidden.mask']);
    const share = one.reduce((sum, kept) => sum + kept, 0) / one.length;
    expect(share).toBeCloseTo(0.5, 1);
    expect(one).not.toEqual(other);
    const { objective, measures, batch } = build(2);
    expect(batch.map(({ name }) => name)).toEqual(['x', 'target', 'hidden.mask']);
    expect(topologicalOrder([objective as Value])).toContain(batch[2]);
    expect(topologicalOrder([measures.loss])).not.toContain(batch[2]);
  });

  it('moves and mirrors its pictures, by the generator alone', () => {
    const { epoch, batchSize } = cifarNet;
    const pictures = syntheticClasses(batchSize, 3072);
    const draw = (seed: number) => [...epoch(pictures, batchSize, random(seed))][0].x;
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
    // What moves in from outside is black; the pictures themselves hold no 0.
    expect(draw(3).filter((pixel) => pixel === 0).length).toBeGreaterThan(0);
  });
});

describe('its variations', () => {
  it('take tanh wherever it takes ReLU', () => {
    const { Relu, Tanh, ...rest } = answerOf(withTanh);
    const { Relu: rectified, ...others } = answerOf(cifarNet);
    expect([Relu, Tanh]).toEqual([undefined, rectified]);
    expect(rest).toEqual(others);
  });

  it('keep every unit where dropout is left out', () => {
    const { batch, objective } = noDropout.build(2);
    expect(batch.map(({ name }) => name)).toEqual(['x', 'target']);
    expect(objective).toBeUndefined();
    expect(answerOf(noDropout)).toEqual(answerOf(cifarNet));
  });

  it('have as many parameters', () => {
    const count = ({ build }: typeof cifarNet) =>
      build(1).parameters.reduce((total, { shape }) => total + sizeOf(shape), 0);
    expect([withTanh, noDropout].map(count)).toEqual([count(cifarNet), count(cifarNet)]);
    // 896 + 18,496 + 55,392 + 83,040 + 221,440 + 2,570
    expect(count(cifarNet)).toBe(381_834);
  });
});
