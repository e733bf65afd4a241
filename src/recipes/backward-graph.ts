/** Forward and backward pass of a network as one graph in which nothing is hidden: every value is an output. */

import { gradients } from '../graph/autodiff.ts';
import { cast } from '../graph/ops/index.ts';
import { type Graph, graph, type Input, type Result, topologicalOrder, type Value } from '../graph/value.ts';
import type { Network } from './recipe.ts';

/** One operator of the graph. */
export interface GraphNode {
  /** Of its output: the operator and how many of its kind come before it, or what it finally is. */
  readonly name: string;
  readonly value: Result;
  readonly pass: 'forward' | 'backward';
}

export interface BackwardGraph extends Graph {
  /** Its nodes in an order in which they can be run: the loss first, then its gradient from back to front. */
  readonly nodes: readonly GraphNode[];
}

/** The output of the backward graph that holds ∂loss/∂parameter. */
export const gradientOf = ({ name }: Pick<Input, 'name'>): string => `${name}.gradient`;

/**
 * @returns a graph of the batch and the parameters with the outputs `loss`, `<parameter>.gradient` and, named
 * after its operator, each value on the way
 */
export function backwardGraph(
  name: string,
  { batch, parameters, measures: { loss } }: Pick<Network, 'batch' | 'parameters' | 'measures'>,
): BackwardGraph {
  const forward = topologicalOrder([loss]);
  const known = new Set(forward);
  // Asking for the gradient of every value lists the chain of errors from the loss to the first layer.
  const wanted = forward
    .filter((value) => value.kind !== 'constant' && !(batch as readonly Value[]).includes(value))
    .reverse();
  const slopes = gradients(loss, wanted);
  const names = new Map<Value, string>([[loss, 'loss']]);
  for (const parameter of parameters) names.set(slopes[wanted.indexOf(parameter)], gradientOf(parameter));
  const counts = new Map<string, number>();
  const nodes: GraphNode[] = [];
  for (const value of topologicalOrder([loss, ...slopes])) {
    if (value.kind !== 'result') continue;
    const count = counts.get(value.op.name) ?? 0;
    counts.set(value.op.name, count + 1);
    nodes.push({
      name: names.get(value) ?? `${value.op.name}_${count}`,
      value,
      pass: known.has(value) ? 'forward' : 'backward',
    });
  }
  // Sessions hand out floats only.
  const outputs = nodes.map(({ name: output, value }): [string, Value] => [
    output,
    value.dtype === 'bool' ? cast(value, 'float32') : value,
  ]);
  return { ...graph(name, Object.fromEntries(outputs), [...batch, ...parameters]), nodes };
}
