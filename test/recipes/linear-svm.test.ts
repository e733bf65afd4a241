import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { separablePoints } from '../../src/recipes/linear-unit.ts';
import { trainingHistory } from '../../src/recipes/model-card.ts';
import { trainKernelSvm } from '../../src/trainer/svm/kernel-svm.ts';
import { linearKernel } from '../../src/trainer/svm/kernels.ts';
import '../support/close-to.ts';

const file = new URL('../../models/linear-svm/history.json', import.meta.url);
const { parameters } = trainingHistory.parse(JSON.parse(readFileSync(file, 'utf8')));
const [w1, w2] = parameters.weights.values.at(-1) as number[];
const [b] = parameters.bias.values.at(-1) as number[];

describe('the shipped linear support-vector machine', () => {
  it('ends where the dual problem, solved exactly, has its boundary: w = (4.44, 5.59), b = −4.59', async () => {
    const { training } = await separablePoints.load({ read: () => Promise.reject(new Error('no files')) });
    const machine = trainKernelSvm(training.x, training.target, { kernel: linearKernel, cost: 10 });
    const exact = [0, 1].map((k) =>
      machine.coefficients.reduce((sum, one, i) => sum + one * machine.supportVectors[2 * i + k], 0),
    );
    expect(exact).toBeCloseToTensor([4.44, 5.59], 0.001);
    expect([w1, w2, b]).toBeCloseToTensor([...exact, machine.bias], 0.004);
  });
  it('has a margin of 0.14, wider than the 0.091 of the line that lets no point inside', async () => {
    expect(1 / Math.hypot(w1, w2)).toBeCloseTo(0.14, 2);
    const { training } = await separablePoints.load({ read: () => Promise.reject(new Error('no files')) });
    const hard = trainKernelSvm(training.x, training.target, { kernel: linearKernel, cost: Infinity });
    const weights = [0, 1].map((k) =>
      hard.coefficients.reduce((sum, one, i) => sum + one * hard.supportVectors[2 * i + k], 0),
    );
    expect(hard.coefficients).toHaveLength(3);
    expect(1 / Math.hypot(...weights)).toBeCloseTo(0.0909, 4);
  });
});
