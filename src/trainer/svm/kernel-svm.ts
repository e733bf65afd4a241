/** Support-vector machine with a kernel: trained in float64, used as a graph over its support vectors. */

import { evaluate } from '../../graph/evaluate.ts';
import { greater, where } from '../../graph/ops/index.ts';
import { type Graph, graph, input } from '../../graph/value.ts';
import { dense } from '../layers/dense.ts';
import type { DualSettings, DualSolution } from './dual-problem.ts';
import type { Kernel } from './kernels.ts';
import { solveDual } from './sequential-minimal-optimization.ts';

export interface KernelMachine {
  /** How many numbers an example has. */
  readonly inputs: number;
  /** The examples that the boundary rests on, one after another: M times `inputs` numbers. */
  readonly supportVectors: readonly number[];
  /** αᵢ yᵢ of each support vector. */
  readonly coefficients: readonly number[];
  readonly bias: number;
}

/**
 * The boundary with the widest margin in the kernel's feature space; f(x) = Σ αᵢ yᵢ k(xᵢ, x) + b.
 * [boser-1992, cortes-1995]
 *
 * The same examples give the same bits on every machine, unless the kernel itself is rounded differently, as
 * the exponential of `radialKernel` may be.
 *
 * @param x      N examples, one after another
 * @param labels each −1 or +1, N numbers, both present
 * @param cost   C > 0, the price of a violated margin; Infinity allows none
 * @throws RangeError if x does not share out among the labels, or as `solveDual` says
 * @throws Error if the dual problem cannot be solved
 */
export function trainKernelSvm(
  x: ArrayLike<number>,
  labels: ArrayLike<number>,
  { kernel, ...settings }: DualSettings & { readonly kernel: Kernel },
): KernelMachine {
  const count = labels.length;
  const inputs = x.length / count;
  if (!Number.isInteger(inputs))
    throw new RangeError(`trainKernelSvm: ${x.length} numbers do not share out among ${count} examples`);
  const examples = input('examples', [count, inputs]);
  const pairs = evaluate(graph('kernel', { values: kernel(examples, examples) }), { examples: x });
  return machineOf(x, labels, solveDual(pairs.values.data, labels, settings));
}

/** The examples with α > 0, which are all that the boundary depends on. */
export function machineOf(
  x: ArrayLike<number>,
  labels: ArrayLike<number>,
  { alphas, bias }: Pick<DualSolution, 'alphas' | 'bias'>,
): KernelMachine {
  const inputs = x.length / labels.length;
  const support = alphas.flatMap((alpha, i) => (alpha > 0 ? [i] : []));
  return {
    inputs,
    supportVectors: support.flatMap((i) => Array.from({ length: inputs }, (_, k) => x[i * inputs + k])),
    coefficients: support.map((i) => alphas[i] * labels[i]),
    bias,
  };
}

/**
 * Inputs: `x` [N, inputs], `supportVectors` [M, inputs], `coefficients` [M, 1], `bias` [1].
 * Outputs: `score` [N, 1], beyond ±1 outside the margin, and `answer` [N, 1], −1 or +1.
 *
 * @param kernel the one it was trained with
 * @returns the graph, and the numbers of its parameters in float32 by input name
 */
export function kernelSvmGraph(
  { inputs, supportVectors, coefficients, bias }: KernelMachine,
  kernel: Kernel,
  batchSize: number,
): { readonly graph: Graph; readonly parameters: Readonly<Record<string, Float32Array>> } {
  const x = input('x', [batchSize, inputs]);
  const vectors = input('supportVectors', [coefficients.length, inputs]);
  // One hidden unit for each support vector, which says how alike it and x are, then a linear unit.
  const similarity = kernel(x, vectors);
  const score = dense(similarity, input('coefficients', [coefficients.length, 1]), input('bias', [1]));
  return {
    graph: graph('kernel-svm', { score, answer: where(greater(score, 0), 1, -1) }, [x, vectors]),
    parameters: {
      supportVectors: Float32Array.from(supportVectors),
      coefficients: Float32Array.from(coefficients),
      bias: Float32Array.of(bias),
    },
  };
}
