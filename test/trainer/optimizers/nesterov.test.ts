import { describe, expect, it } from 'vitest';
import { input } from '../../../src/graph/value.ts';
import { nesterov, pytorchNesterov } from '../../../src/trainer/optimizers/nesterov.ts';
import '../../support/close-to.ts';
import { constantGradient, descend, path, quadratic, rateOf } from './descend.ts';

const curvatures = [1, 7];

/** Sutskever's two equations, written out: v ← μ v − η ∇L(θ + μ v), θ ← θ + v. */
function lookAhead(from: readonly number[], rate: (step: number) => number, decays: readonly number[]) {
  const θ = [...from];
  const v = from.map(() => 0);
  return decays.map((μ, t) => {
    for (let i = 0; i < θ.length; i++) {
      const slope = curvatures[i] * (θ[i] + μ * v[i]);
      v[i] = μ * v[i] - rate(t + 1) * slope;
      θ[i] += v[i];
    }
    return [...θ];
  });
}

describe('nesterov', () => {
  it('follows the look-ahead equations: the parameter less what it is ahead is θ', () => {
    const { points, memory } = descend(nesterov({ decay: 0.8 }), {
      of: quadratic(...curvatures),
      from: [1, -2],
      learningRate: 0.1,
      steps: 6,
    });
    const θ = points[5].map((one, i) => one - memory['ahead'][i]);
    const expected = lookAhead([1, -2], () => 0.1, [0.8, 0.8, 0.8, 0.8, 0.8, 0.8]);
    expect(θ).toBeCloseToTensor(expected[5], 1e-14);
  });
  it('follows them too while momentum and learning rate change, given the next momentum at each step', () => {
    const decays = [0.5, 0.5, 0.75, 0.9, 0.2, 0.99];
    const rate = (step: number) => 0.1 / step;
    const { points, memory } = descend(nesterov({ decay: input('decay', []) }), {
      of: quadratic(...curvatures),
      from: [1, -2],
      learningRate: rate,
      steps: 6,
      schedules: { decay: (step) => decays[step] ?? 0.3 },
    });
    const θ = points[5].map((one, i) => one - memory['ahead'][i]);
    expect(θ).toBeCloseToTensor(lookAhead([1, -2], rate, decays)[5], 1e-14);
  });
  it('has already looked ahead after the first step', () => {
    // θ = 1 − 0.1 · 1 = 0.9 with velocity −0.1, so the next gradient is taken at 0.9 − 0.5 · 0.1.
    expect(
      path(nesterov({ decay: 0.5 }), { of: quadratic(1), from: [1], learningRate: 0.1 }),
    ).toBeCloseToTensor([0.85], 1e-15);
  });
  it.each([
    [100, 0.9],
    [1000, 0.968377],
  ])('shrinks the distance by 1 − 1/√κ a step in a valley of condition %i', (κ, rate) => {
    const root = Math.sqrt(κ);
    const { points } = descend(nesterov({ decay: (root - 1) / (root + 1) }), {
      of: quadratic(1, κ),
      from: [1, 1],
      learningRate: 1 / κ,
      steps: 2000,
    });
    expect(Math.abs(rateOf(points, 100) / rate - 1)).toBeLessThan(1e-3);
  });
  it.each([
    [10, 0.640789],
    [100, 0.884722],
    [1000, 0.963491],
  ])('and by 1 − 2/√(3κ + 1) with the constants tuned for condition %i', (κ, rate) => {
    const root = Math.sqrt(3 * κ + 1);
    const { points } = descend(nesterov({ decay: (root - 2) / (root + 2) }), {
      of: quadratic(1, κ),
      from: [1, 1],
      learningRate: 4 / (3 * κ + 1),
      steps: 1400,
    });
    expect(Math.abs(rateOf(points, 200) / rate - 1)).toBeLessThan(2e-3);
  });
});

describe('the two forms of Nesterov momentum', () => {
  const gradients = constantGradient(1, 4);
  const dropAfterTwo = (step: number) => (step <= 2 ? 0.1 : 0.01);
  it('take one path while the learning rate stays', () => {
    const descent = { of: quadratic(...curvatures), from: [1, -2], learningRate: 0.1, steps: 6 };
    const [one, other] = [nesterov(), pytorchNesterov()].map((form) => descend(form, descent).points[5]);
    expect(one).toBeCloseToTensor(other, 1e-14);
  });
  it('part when it drops: outside the velocity it shortens the next step at once', () => {
    // g + μ v = 1.9, 2.71, 3.439, 4.0951
    expect(path(pytorchNesterov(), { from: [0], learningRate: dropAfterTwo, gradients })).toBeCloseToTensor(
      [-0.19, -0.461, -0.49539, -0.536341],
      1e-14,
    );
  });
  it('part when it drops: inside the velocity, old steps go on at the old rate', () => {
    // ahead = −0.09, −0.171, −0.1629, −0.15561
    expect(path(nesterov(), { from: [0], learningRate: dropAfterTwo, gradients })).toBeCloseToTensor(
      [-0.19, -0.461, -0.6339, -0.79951],
      1e-14,
    );
  });
  it('refuse a decay of 1', () => {
    expect(() => nesterov({ decay: 1 })).toThrow('nesterov: decay must be at least 0 and below 1, got 1');
    expect(() => pytorchNesterov({ decay: -0.1 })).toThrow('pytorchNesterov: decay');
  });
});
