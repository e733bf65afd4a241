/**
 * The files of a trained model: the model itself, the same graph with its parameters free, one training step, where
 * the recipe says so its forward and backward pass, and the training as recorded. The same numbers give the same bytes,
 * in the training script and in a page.
 */

import { type Graph, graph } from '../graph/value.ts';
import { backwardGraph } from './backward-graph.ts';
import type { Recipe } from './recipe.ts';
import type { TrainedModel } from './run.ts';
import { stepGraph } from './step-graph.ts';

/** `encodeModel` of `onnx/`, given by the caller. */
export type Encode = (
  graph: Graph,
  options: {
    readonly initializers?: Readonly<Record<string, Float32Array>>;
    readonly batch?: { readonly symbol: string; readonly size: number };
    readonly description: string;
  },
) => Uint8Array;

export type ModelFiles = Readonly<Record<string, Uint8Array>>;

/** All files but the card, by name. */
export function modelFiles(
  recipe: Recipe,
  { parameters, history }: Pick<TrainedModel, 'parameters' | 'history'>,
  encode: Encode,
): ModelFiles {
  const size = symbolSize(recipe);
  const network = recipe.build(size);
  const forward = graph(recipe.id, network.outputs, [network.batch[0], ...network.parameters]);
  const batch = { symbol: 'N', size };
  return {
    'model.onnx': encode(forward, {
      batch,
      initializers: parameters,
      description: `${recipe.title}. ${recipe.task}`,
    }),
    'forward.onnx': encode(forward, {
      batch,
      description: `${recipe.title}, with its parameters as inputs. ${recipe.task}`,
    }),
    'step.onnx': encode(stepGraph(recipe), {
      description: `One training step of ${recipe.title}: from a batch and the parameters to the next parameters.`,
    }),
    ...(recipe.backward && {
      'backward.onnx': encode(backwardGraph(`${recipe.id}-backward`, recipe.build(recipe.batchSize)), {
        description: `Forward and backward pass of ${recipe.title}, each value an output: from a batch and the parameters to the gradients.`,
      }),
    }),
    'history.json': new TextEncoder().encode(`${JSON.stringify(history)}\n`),
  };
}

/** A batch size that no parameter has as its first length, so that only batches get the symbolic axis. */
function symbolSize(recipe: Recipe): number {
  const taken = new Set(recipe.build(recipe.batchSize).parameters.map(({ shape }) => shape[0]));
  let size = 2;
  while (taken.has(size)) size++;
  return size;
}
