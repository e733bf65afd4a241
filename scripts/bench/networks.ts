/** The networks that are timed, each as a graph of answers and as one training step. */

import { flatten, relu } from '../../src/graph/ops/index.ts';
import { type Graph, graph, type Input, input, type StepGraph, type Value } from '../../src/graph/value.ts';
import {
  applyDense,
  convolutionLayer,
  denseLayer,
  type Layer,
  parametersOf,
} from '../../src/recipes/layer-parameters.ts';
import { convolution } from '../../src/trainer/layers/convolution.ts';
import { maxPooling } from '../../src/trainer/layers/max-pooling.ts';
import { crossEntropy } from '../../src/trainer/losses/cross-entropy.ts';
import { optimizers } from '../../src/trainer/optimizers/index.ts';
import { trainingStep } from '../../src/trainer/step.ts';

/** What is timed: answers alone, or forward pass, gradient and a step of gradient descent. */
export type Mode = 'forward' | 'training';
export const modes: readonly Mode[] = ['forward', 'training'];

export interface Timed {
  readonly graph: Graph | StepGraph;
  readonly parameters: readonly Input[];
}

interface Architecture {
  /** Shape of one example. */
  readonly example: readonly number[];
  readonly layers: readonly Layer[];
  readonly logits: (x: Value) => Value;
}

const classes = 10;
const pooled = (x: Value, { weights, bias }: Layer, padding: number): Value =>
  relu(maxPooling(convolution(x, weights, bias, { padding })));

function mlp(): Architecture {
  const layers = [denseLayer('a', 784, 256), denseLayer('b', 256, 128), denseLayer('c', 128, classes)];
  const [a, b, c] = layers;
  return {
    example: [784],
    layers,
    logits: (x) => applyDense(relu(applyDense(relu(applyDense(x, a)), b)), c),
  };
}

function lenet(): Architecture {
  const [a, b] = [convolutionLayer('a', 1, 6, 5), convolutionLayer('b', 6, 16, 5)];
  const [c, d, e] = [denseLayer('c', 400, 120), denseLayer('d', 120, 84), denseLayer('e', 84, classes)];
  return {
    example: [1, 28, 28],
    layers: [a, b, c, d, e],
    logits: (x) =>
      applyDense(relu(applyDense(relu(applyDense(flatten(pooled(pooled(x, a, 2), b, 0)), c)), d)), e),
  };
}

function cifar(): Architecture {
  const [a, b] = [convolutionLayer('a', 3, 32, 5), convolutionLayer('b', 32, 32, 5)];
  const c = convolutionLayer('c', 32, 64, 5);
  const [d, e] = [denseLayer('d', 1024, 64), denseLayer('e', 64, classes)];
  return {
    example: [3, 32, 32],
    layers: [a, b, c, d, e],
    logits: (x) => applyDense(relu(applyDense(flatten(pooled(pooled(pooled(x, a, 2), b, 2), c, 2)), d)), e),
  };
}

/** By the names that `pytorch.py` uses too. */
export const architectures: Readonly<Record<string, () => Architecture>> = { mlp, lenet, cifar };

/** @returns the graph to time, for a fixed batch size */
export function timed(name: string, mode: Mode, batchSize: number): Timed {
  const { example, layers, logits } = architectures[name]();
  const x = input('x', [batchSize, ...example]);
  const parameters = parametersOf(...layers);
  if (mode === 'forward') return { graph: graph(name, { logits: logits(x) }, [x]), parameters };
  const target = input('target', [batchSize, classes]);
  const loss = crossEntropy(logits(x), target);
  const step = trainingStep({ name, batch: [x, target], parameters, loss, optimizer: optimizers.sgd() });
  return { graph: step, parameters };
}
