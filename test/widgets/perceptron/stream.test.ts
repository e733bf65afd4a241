import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { perceptronBlock } from '../../../src/trainer/rules/perceptron-block.ts';
import type { Point } from '../../../src/widgets/perceptron/points.ts';
import { zero } from '../../../src/widgets/perceptron/state.ts';
import {
  blockSizes,
  emptyStream,
  type Stream,
  streamAt,
  streamBound,
  streamed,
  streamSpeed,
  turnOf,
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
  const at: Point = { at: [0, 1], label: 1 };
  const first = {
    count: 100,
    mistakesAt: [1, 7],
    unit: zero,
    radiusSquared: 2,
    least: 0.5,
    seconds: 0.5,
    recent: [at, at],
  };
  const second = { ...first, mistakesAt: [3], radiusSquared: 1, least: 0.25 };
  it('adds up what its blocks bring', () => {
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
    expect(stream.recent).toHaveLength(4);
  });
  it('goes back to what has been, and forward again', () => {
    const stream = [first, second].reduce(streamed, emptyStream(0.08, 'block'));
    const back = streamAt(stream, 1);
    expect(back).toMatchObject({ seen: 100, mistakes: 2, seconds: 0.5, radiusSquared: 2, least: 0.5 });
    expect(streamAt(back, 0)).toMatchObject({ seen: 0, mistakes: 0, curve: [] });
    expect(streamAt(back, 99)).toEqual(stream);
    // Whoever goes on from there has no future any more.
    expect(streamed(back, first)).toMatchObject({ seen: 200, mistakes: 4, future: [] });
  });
  it('takes one point, a few, or a whole block at a time, and never more than are wanted', () => {
    const stream = emptyStream(0.08, 'block');
    const turns = (motion: Stream['motion'], until = stream.until) =>
      (['slow', 'normal', 'fast'] as const).map((speed) => turnOf({ ...stream, motion, until }, speed));
    expect(turns('one step')).toEqual([1, 1, 1]);
    expect(turns('playing')).toEqual([1, 4, 256]);
    expect(turns('running')).toEqual([4096, 4096, 4096]);
    expect(turns('running', 540)).toEqual([540, 540, 540]);
    expect(streamed({ ...stream, motion: 'one step' }, first).motion).toBe('resting');
    expect(streamed({ ...stream, motion: 'running', until: 100 }, first).motion).toBe('resting');
    expect(streamed({ ...stream, motion: 'running' }, first).motion).toBe('running');
  });
});
