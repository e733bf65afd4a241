import { circles } from '../datasets/circles.ts';
import { type Examples, slice } from '../datasets/dataset.ts';
import { evaluate } from '../graph/evaluate.ts';
import { equal, reduceMean, where } from '../graph/ops/index.ts';
import { graph, input } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { hinge } from '../trainer/losses/hinge.ts';
import type { DualSolution } from '../trainer/svm/dual-problem.ts';
import { type KernelMachine, kernelSvmGraph, machineOf, trainKernelSvm } from '../trainer/svm/kernel-svm.ts';
import { type Kernel, linearKernel, polynomialKernel } from '../trainer/svm/kernels.ts';
import { logSpaced } from './batches.ts';
import { shortest } from './history.ts';
import type { DataSource, Network } from './recipe.ts';
import type { SolvedRecipe } from './solved-recipe.ts';

const pointsSeed = 1;
const [training, heldOut] = [80, 200];
const noise = 0.08;
export const cost = 10;

export const noisyCircles: DataSource = {
  name: 'Two circles in the plane, blurred',
  licence: 'CC0-1.0',
  origin: `src/datasets/circles.ts: ${training} + ${heldOut} points, deviation ${noise}, seed ${pointsSeed}`,
  load: () => {
    const points = circles(training + heldOut, { noise }, random(pointsSeed));
    return { training: slice(points, 0, training), heldOut: slice(points, training, points.count) };
  },
};

/** (a·b + 1)²: the features are all products of up to two coordinates, so boundaries are conic sections. */
export const conicKernel = polynomialKernel(2);

/** A support-vector machine for two classes that no straight line tells apart. */
export default {
  id: 'kernel-svm',
  title: 'Support-vector machine with a kernel',
  task: 'Says on which of two circles a point of the plane lies, by its likeness to some of the training points.',
  meanings: {
    x: 'coordinates x₁, x₂ of each point, trained on about −0.7 … 1.7',
    score: 'weighted sum of kernels; beyond ±1 the point lies outside the margin',
    answer: 'side of the boundary: +1 for the outer circle, where the score exceeds 0, else −1',
  },
  hyperparameters: {
    method: 'sequential minimal optimisation of the dual problem: two multipliers a step, solved for exactly',
    kernel: '(a·b + 1)²',
    cost,
    loss: 'hinge, mean over the points',
  },
  seed: pointsSeed,
  data: noisyCircles,
  solve({ training, heldOut }) {
    const { x, target, count } = training;
    const moments = new Map<number, KernelMachine>();
    const recorded = logSpaced(2 ** 20, 2);
    let steps = 0;
    const onStep = (now: DualSolution) => {
      steps = now.steps;
      if (recorded.has(steps)) moments.set(steps, machineOf(x, target, now));
    };
    const machine = trainKernelSvm(x, target, { kernel: conicKernel, cost, onStep });
    moments.set(steps, machine);
    // Without support vectors every score is 0, and the answer −1.
    const before = { loss: 1, accuracy: shortest(target.filter((label) => label < 0).length / count) };
    const course = [
      before,
      ...[...moments.values()].map((moment) => measuresOf(moment, conicKernel, training)),
    ];
    const line = trainKernelSvm(x, target, { kernel: linearKernel, cost });
    const atTheLimit = machine.coefficients.filter((one) => Math.abs(one) === cost);
    return {
      build: (size) => svmNetwork(machine, conicKernel, size),
      parameters: kernelSvmGraph(machine, conicKernel, 1).parameters,
      architecture: [
        `kernel with each of ${machine.coefficients.length} support vectors, out of ${count} training points`,
        `dense ${machine.coefficients.length} → 1`,
        'threshold at 0',
      ],
      history: {
        steps: [0, ...moments.keys()],
        curves: {
          loss: course.map(({ loss }) => loss),
          'training accuracy': course.map(({ accuracy }) => accuracy),
        },
        parameters: {},
      },
      metrics: {
        'support vectors': machine.coefficients.length,
        'of which violate the margin': atTheLimit.length,
        ...(heldOut.count > 0 && {
          'accuracy on held-out points of a linear kernel': measuresOf(line, linearKernel, heldOut).accuracy,
        }),
      },
    };
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies SolvedRecipe;

export function svmNetwork(machine: KernelMachine, kernel: Kernel, size: number): Network {
  const target = input('target', [size, 1]);
  const { graph, parameters } = kernelSvmGraph(machine, kernel, size);
  const { score, answer } = graph.outputs;
  return {
    batch: [graph.inputs[0], target],
    parameters: graph.inputs.filter(({ name }) => name in parameters),
    outputs: { score, answer },
    measures: { loss: hinge(score, target), accuracy: reduceMean(where(equal(answer, target), 1, 0)) },
  };
}

/** By the definitions of the operators, in float64. */
function measuresOf(machine: KernelMachine, kernel: Kernel, { count, x, target }: Examples) {
  const { measures } = svmNetwork(machine, kernel, count);
  const { parameters } = kernelSvmGraph(machine, kernel, 1);
  const { loss, accuracy } = evaluate(graph('measures', measures), { x, target, ...parameters });
  return { loss: shortest(loss.data[0]), accuracy: shortest(accuracy.data[0]) };
}
