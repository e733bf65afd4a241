/** The graphs of the figure: the shipped ones for the shipped network, others encoded in the page. */

import { relu, tanh } from '../../graph/ops/index.ts';
import { type Graph, graph, type StepGraph, type Value } from '../../graph/value.ts';
import { type BackwardGraph, backwardGraph } from '../../recipes/backward-graph.ts';
import { halfAdderNetwork, type Layout } from '../../recipes/half-adder-network.ts';
import type { Network } from '../../recipes/recipe.ts';
import { optimizers } from '../../trainer/optimizers/index.ts';
import { trainingStep } from '../../trainer/step.ts';

export const model = 'half-adder';
export const batchSize = 4;

export const functions = { tanh, relu } as const satisfies Readonly<Record<string, (z: Value) => Value>>;
export type FunctionName = keyof typeof functions;

export interface Form {
  readonly layout: Layout;
  readonly activation: FunctionName;
}

export interface FormGraphs {
  readonly network: Network;
  /** Forward and backward pass, every value an output. */
  readonly backward: BackwardGraph;
  /** The forward pass alone, as far as the loss: what finite differences run. */
  readonly loss: Graph;
  readonly step: StepGraph;
  /** Whether the model's own files hold backward pass and step. */
  readonly isShipped: boolean;
}

const known = new Map<string, FormGraphs>();

/** Built once for each form, so that equal forms have the same values. */
export function graphsOf({ layout, activation }: Form): FormGraphs {
  const key = `${layout} ${activation}`;
  const existing = known.get(key);
  if (existing) return existing;
  const network = halfAdderNetwork(batchSize, { layout, activation: functions[activation] });
  const { batch, parameters, measures } = network;
  const made: FormGraphs = {
    network,
    backward: backwardGraph(`${model}-backward`, network),
    loss: graph(`${model}-loss`, { loss: measures.loss }, [...batch, ...parameters]),
    step: trainingStep({
      name: `${model}-step`,
      batch,
      parameters,
      loss: measures.loss,
      optimizer: optimizers.sgd(),
    }),
    isShipped: layout === 'rows' && activation === 'tanh',
  };
  known.set(key, made);
  return made;
}
