/** The machine for a choice of points, kernel and cost: solved for here, and run as a graph over the whole plane. */

import type { Dataset } from '../../datasets/dataset.ts';
import { type Graph, graph, input } from '../../graph/value.ts';
import { conicKernel, noisyCircles } from '../../recipes/kernel-svm.ts';
import { separablePoints } from '../../recipes/linear-unit.ts';
import { dense } from '../../trainer/layers/dense.ts';
import type { DualSolution } from '../../trainer/svm/dual-problem.ts';
import { trainKernelSvm } from '../../trainer/svm/kernel-svm.ts';
import { type Kernel, linearKernel, radialKernel } from '../../trainer/svm/kernels.ts';
import { landscapePoints } from '../kit/contour-map.ts';
import type { GraphRunner } from '../kit/graph-runner.ts';
import type { KernelName, Machine, SetName, State } from './state.ts';

/** Of both axes of the drawing. */
export const domain = [-0.5, 1.5] as const;
/** Places along each side of the grid. */
export const side = 41;
const grid = landscapePoints({ x: domain, y: domain, columns: side, rows: side });

export const gamma = 2;
/** How exactly the optimality conditions are met: for a drawing, a thousandth of the margin is enough. */
export const tolerance = 1e-3;

const kernels: Readonly<Record<KernelName, Kernel>> = {
  linear: linearKernel,
  square: conicKernel,
  radial: radialKernel(gamma),
};

const noFiles = { read: () => Promise.reject(new Error('these points are generated')) };
const sets = { circles: noisyCircles, line: separablePoints };
export const pointsOf = (set: SetName): Dataset | Promise<Dataset> => sets[set].load(noFiles);

const graphs = new Map<string, Graph>();

/** Scores of `asked` points by a machine in which every one of `count` training points may be a support vector. */
export function scoreGraph(kernel: KernelName, asked: number, count: number): Graph {
  const key = `${kernel} ${asked} ${count}`;
  const known = graphs.get(key);
  if (known) return known;
  const similarity = kernels[kernel](input('x', [asked, 2]), input('points', [count, 2]));
  const score = dense(similarity, input('coefficients', [count, 1]), input('bias', [1]));
  const made = graph(`svm-${kernel}`, { score });
  graphs.set(key, made);
  return made;
}

export async function machineOf(
  runner: GraphRunner,
  { set, kernel, cost }: Pick<State, 'set' | 'kernel' | 'cost'>,
): Promise<Machine> {
  const { training, heldOut } = await pointsOf(set);
  let solution: DualSolution = { alphas: [], bias: 0, steps: 0 };
  trainKernelSvm(training.x, training.target, {
    kernel: kernels[kernel],
    cost,
    tolerance,
    onStep: (now) => {
      solution = now;
    },
  });
  const { alphas, bias, steps } = solution;
  const { score } = await runner.run(
    scoreGraph(kernel, side * side + training.count + heldOut.count, training.count),
    {
      x: Float32Array.from([...grid, ...training.x, ...heldOut.x]),
      points: training.x,
      coefficients: Float32Array.from(alphas, (alpha, i) => alpha * training.target[i]),
      bias: Float32Array.of(bias),
    },
  );
  const ofTraining = score.subarray(side * side, side * side + training.count);
  const ofHeldOut = score.subarray(side * side + training.count);
  return {
    points: Array.from(ofTraining, (one, i) => ({
      x: training.x[2 * i],
      y: training.x[2 * i + 1],
      label: training.target[i],
      alpha: alphas[i],
      score: one,
    })),
    land: score.slice(0, side * side),
    rightOfTraining: right(ofTraining, training.target),
    heldOut: heldOut.count,
    rightOfHeldOut: right(ofHeldOut, heldOut.target),
    steps,
  };
}

const right = (scores: Float32Array, labels: Float32Array): number =>
  scores.filter((score, i) => score > 0 === labels[i] > 0).length;
