/** The graphs of the figure: the functions with their derivatives, and a training step of each network. */

import { gradients } from '../../graph/autodiff.ts';
import { reduceSum } from '../../graph/ops/index.ts';
import { print } from '../../graph/print.ts';
import { type Graph, graph, input, type StepGraph, type Value } from '../../graph/value.ts';
import { deepNetwork, trainingCount } from '../../recipes/deep-network.ts';
import { optimizers } from '../../trainer/optimizers/index.ts';
import { trainingStep } from '../../trainer/step.ts';
import {
  type ActivationName,
  activationNames,
  activations,
  type Conventions,
  type NetworkName,
  networks,
  usual,
} from './activations.ts';

/** For every activation the outputs `<name>` and `<name>.slope`, of so many numbers `x`. */
export function functionsGraph(count: number, conventions: Conventions): Graph {
  const x = input('x', [count]);
  const outputs = activationNames.flatMap((name): [string, Value][] => {
    const y = activations[name].of(x, conventions);
    return [
      [name, y],
      [`${name}.slope`, gradients(reduceSum(y), [x])[0]],
    ];
  });
  return graph('activations', Object.fromEntries(outputs), [x]);
}

/** Forward and backward pass of one activation as text, for a `dy` that comes from above. */
export function graphText(name: ActivationName, conventions: Conventions): string {
  const x = input('x', [1]);
  const dy = input('dy', [1]);
  const y = activations[name].of(x, conventions);
  const dx = y.op.gradient?.(dy, y)[0];
  return print(graph(name, dx ? { y, dx } : { y }, [x, dy]))
    .split('\n')
    .filter((line) => !/^(input|output) /.test(line))
    .map((line) => line.replaceAll(/ \[1\]| \[\]/g, ''))
    .join('\n');
}

export interface StepSource {
  readonly model: string;
  readonly file: string;
  /** Null where the shipped file is the graph. */
  readonly graph: StepGraph | null;
}

/** The training step of a network: the shipped one, or one with another convention, to be encoded in the page. */
export function stepSource(name: NetworkName, conventions: Conventions): StepSource {
  const { model } = networks[name];
  const changed =
    (name === 'relu' && conventions.atZero !== usual.atZero && `at-zero-${conventions.atZero}`) ||
    (name === 'leaky' && conventions.leak !== usual.leak && `slope-${conventions.leak}`);
  if (!changed) return { model, file: 'step.onnx', graph: null };
  const network = deepNetwork(trainingCount, (z) => activations[name].of(z, conventions));
  const { batch, parameters, reports, measures } = network;
  const optimizer = optimizers.sgd();
  const step = trainingStep({ name: changed, batch, parameters, loss: measures.loss, optimizer, reports });
  return { model: `${model}-${changed}`, file: 'graph.onnx', graph: step };
}
