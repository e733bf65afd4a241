import { describe, expect, it } from 'vitest';
import { mul } from '../../src/graph/ops/index.ts';
import { referenceSession } from '../../src/graph/session.ts';
import { graph, input } from '../../src/graph/value.ts';

describe('referenceSession', () => {
  it('computes in float64 inside and rounds what it gives back to float32', async () => {
    const x = input('x', []);
    // In float32 alone, 2²⁴ + 1 would be lost in the first product already.
    const session = referenceSession(graph('g', { y: mul(mul(x, 1 + 2 ** -24), 1 - 2 ** -24) }));
    const { y } = await session.run({ x: session.upload([], Float32Array.of(2 ** 24)) });
    expect(y.shape).toEqual([]);
    expect([...(await y.read())]).toEqual([2 ** 24]);
  });
});
