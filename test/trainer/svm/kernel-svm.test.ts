import { describe, expect, it } from 'vitest';
import { circles } from '../../../src/datasets/circles.ts';
import { xor } from '../../../src/datasets/corners.ts';
import { slice } from '../../../src/datasets/dataset.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { kernelSvmGraph, trainKernelSvm } from '../../../src/trainer/svm/kernel-svm.ts';
import { polynomialKernel, radialKernel } from '../../../src/trainer/svm/kernels.ts';
import '../../support/close-to.ts';

describe('trainKernelSvm', () => {
  it('separates XOR by the product of the two inputs, under the kernel (a·b + 1)²', () => {
    const kernel = polynomialKernel(2);
    const machine = trainKernelSvm(
      xor().x.map((bit) => 2 * bit - 1),
      xor().target,
      { kernel, cost: 10 },
    );
    const { graph, parameters } = kernelSvmGraph(machine, kernel, 5);
    // In features the boundary is −x₁ x₂; all else cancels.
    const x = [1, 1, -1, 1, 0.5, -0.5, 2, 3, 0.7, 0];
    const { score, answer } = evaluate(graph, { x, ...parameters });
    expect(score.data).toBeCloseToTensor([-1, 1, 0.25, -6, 0], 1e-6);
    expect([...answer.data.slice(0, 4)]).toEqual([-1, 1, 1, -1]);
  });

  describe('on two circles with the radial kernel', () => {
    const points = circles(300, {}, random(7));
    const [training, heldOut] = [slice(points, 0, 100), slice(points, 100, 300)];
    const kernel = radialKernel(5);
    const machine = trainKernelSvm(training.x, training.target, { kernel, cost: 10 });

    it('gets every point right, those it has not seen too', () => {
      for (const set of [training, heldOut]) {
        const { graph, parameters } = kernelSvmGraph(machine, kernel, set.count);
        const { answer } = evaluate(graph, { x: set.x, ...parameters });
        expect([...answer.data]).toEqual([...set.target]);
      }
    });
    it('rests on few of the points, all of them its own', () => {
      expect(machine.coefficients.length).toBeLessThan(30);
      expect(machine.supportVectors).toHaveLength(2 * machine.coefficients.length);
      for (let i = 0; i < machine.coefficients.length; i++)
        expect(training.x.indexOf(machine.supportVectors[2 * i]) % 2).toBe(0);
      expect(machine.coefficients.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 9);
    });
    it('needs the others not at all: the support vectors alone give the same boundary', () => {
      const labels = machine.coefficients.map((one) => (one > 0 ? 1 : -1));
      const again = trainKernelSvm(machine.supportVectors, labels, { kernel, cost: 10 });
      expect(again.coefficients).toBeCloseToTensor(machine.coefficients, 1e-4);
      expect(again.bias).toBeCloseTo(machine.bias, 4);
    });
    it('is the same file in onnxruntime, for any number of points', async () => {
      const { graph, parameters } = kernelSvmGraph(machine, kernel, 200);
      const session = await createSession(
        encodeModel(graph, { initializers: parameters, batch: { symbol: 'N', size: 200 } }),
      );
      const expected = evaluate(graph, { x: heldOut.x, ...parameters });
      const whole = await session.run({ x: session.upload([200, 2], heldOut.x) });
      expect(await whole.score.read()).toBeCloseToTensor(expected.score.data, 2e-5);
      expect([...(await whole.answer.read())]).toEqual([...expected.answer.data]);
      const three = await session.run({ x: session.upload([3, 2], heldOut.x.slice(0, 6)) });
      expect(await three.score.read()).toBeCloseToTensor(expected.score.data.slice(0, 3), 2e-5);
      session.dispose();
    });
  });

  it('refuses examples of unequal length', () =>
    expect(() => trainKernelSvm([1, 2, 3], [1, -1], { kernel: radialKernel(1), cost: 1 })).toThrow(
      new RangeError('trainKernelSvm: 3 numbers do not share out among 2 examples'),
    ));
});
