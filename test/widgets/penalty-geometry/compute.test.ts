import { describe, expect, it } from 'vitest';
import { solve } from '../../../src/widgets/penalty-geometry/compute.ts';
import { allOf, count, type ProblemName } from '../../../src/widgets/penalty-geometry/problems.ts';
import { referenceRunner } from '../reference-runner.ts';

/** XᵀX/N and Xᵀt/N, by plain loops. */
function moments(name: ProblemName) {
  const { x, target } = allOf(name);
  const mean = (of: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => of(i)).reduce((sum, one) => sum + one, 0) / count;
  return {
    a: mean((i) => x[2 * i] ** 2),
    b: mean((i) => x[2 * i] * x[2 * i + 1]),
    c: mean((i) => x[2 * i + 1] ** 2),
    p: mean((i) => x[2 * i] * target[i]),
    q: mean((i) => x[2 * i + 1] * target[i]),
  };
}

describe('the data', () => {
  it.each([
    ['unlike', 0, 1],
    ['alike', 0.9, 1],
    ['unequal', 0, 0.0625],
  ] as const)('%s have a correlation and sizes as they are said to have', (name, shared, second) => {
    const { a, b, c } = moments(name);
    expect(a).toBeCloseTo(1, 6);
    expect(b).toBeCloseTo(shared, 6);
    expect(c).toBeCloseTo(second, 6);
  });
});

describe('the weights under L2', () => {
  it.each([
    ['half', 0.4],
    ['whole', 0.8],
  ] as const)('with the %s square solve (XᵀX/N + kI) w = Xᵀt/N, k = %f at λ = 0.4', async (convention, k) => {
    for (const name of ['alike', 'unequal'] as const) {
      const [{ w }] = await solve(referenceRunner, name, { penalty: 'l2', convention }, [0.4]);
      const { a, b, c, p, q } = moments(name);
      expect((a + k) * w[0] + b * w[1]).toBeCloseTo(p, 5);
      expect(b * w[0] + (c + k) * w[1]).toBeCloseTo(q, 5);
    }
  });
});

describe('the weights under L1', () => {
  it('are at a place where no weight pulls harder than λ, and those at zero more weakly', async () => {
    const { a, b, c, p, q } = moments('alike');
    const list = [0.2, 0.5];
    const found = await solve(referenceRunner, 'alike', { penalty: 'l1', convention: 'half' }, list);
    found.forEach(({ w }, i) => {
      const pull = [p - a * w[0] - b * w[1], q - b * w[0] - c * w[1]];
      w.forEach((weight, k) => {
        if (weight === 0) expect(Math.abs(pull[k])).toBeLessThan(list[i]);
        else expect(pull[k]).toBeCloseTo(list[i] * Math.sign(weight), 4);
      });
    });
    expect(found.map(({ w }) => w.map((weight) => weight === 0))).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});

describe('the elastic net', () => {
  it('at λ = 0.4 is L1 of 0.2 and L2 of 0.2 at once', async () => {
    const { a, b, c, p, q } = moments('alike');
    const [{ w }] = await solve(referenceRunner, 'alike', { penalty: 'elastic', convention: 'half' }, [0.4]);
    expect((a + 0.2) * w[0] + b * w[1] + 0.2).toBeCloseTo(p, 4);
    expect(b * w[0] + (c + 0.2) * w[1] + 0.2).toBeCloseTo(q, 4);
  });
});
