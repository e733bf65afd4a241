import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { perceptronBlock } from '../../../src/trainer/rules/perceptron-block.ts';
import { zero } from '../../../src/widgets/perceptron/state.ts';
import {
  blockSizes,
  emptyStream,
  streamBound,
  streamed,
  streamSpeed,
} from '../../../src/widgets/perceptron/stream.ts';
import { runBlock } from '../../../src/widgets/perceptron/stream-run.ts';
import { streamSource } from '../../../src/widgets/perceptron/stream-source.ts';

const graph = perceptronBlock('block', blockSizes.block, 2);
const engine = {
  run: async (_: string, __: string, feeds: Readonly<Record<string, { data: ArrayLike<number> }>>) =>
    Object.fromEntries(
      Object.entries(
        evaluate(graph, Object.fromEntries(Object.entries(feeds).map(([name, { data }]) => [name, data]))),
      ).map(([name, { data }]) => [name, Float32Array.from(data)]),
    ),
};

describe('the stream', () => {
  it('brings the same mistakes and weights in blocks, a short last one too, as point by point', async () => {
    const [count, source] = [3000, streamSource(0.08)];
    const block = source.next(count);
    const { mistakesAt, unit } = await runBlock(engine, block, zero, count);
    let [b, w1, w2] = [0, 0, 0];
    const expected: number[] = [];
    for (let i = 0; i < count; i++) {
      const [x1, x2, y] = [block.x[2 * i], block.x[2 * i + 1], block.target[i]];
      if (y * (b + w1 * x1 + w2 * x2) > 0) continue;
      [b, w1, w2] = [b + y, w1 + y * x1, w2 + y * x2];
      expected.push(i + 1);
    }
    expect(mistakesAt).toEqual(expected);
    expect(mistakesAt).toHaveLength(29);
    expect(unit).toEqual({ weights: [w1, w2], bias: b });
  });
  it('has every point on its side of the line, at least the margin away', () => {
    const { line, next } = streamSource(0.04);
    const { least, x, target } = next(2000);
    const length = Math.hypot(...line.weights);
    const distances = Array.from(
      target,
      (y, i) => (y * (line.bias + line.weights[0] * x[2 * i] + line.weights[1] * x[2 * i + 1])) / length,
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(0.04);
    expect(least).toBeCloseTo(Math.min(...distances) * length, 12);
  });
  it('adds up what its blocks bring', () => {
    const first = { count: 100, mistakesAt: [1, 7], unit: zero, radiusSquared: 2, least: 0.5, seconds: 0.5 };
    const second = { ...first, mistakesAt: [3], radiusSquared: 1, least: 0.25 };
    const stream = [first, second].reduce(streamed, emptyStream(0.08, 'block'));
    expect(stream).toMatchObject({
      seen: 200,
      mistakes: 3,
      curve: [
        [1, 1],
        [7, 2],
        [103, 3],
      ],
    });
    expect(streamBound(stream)).toBe(32);
    expect(streamSpeed(stream)).toBe(200);
  });
});
