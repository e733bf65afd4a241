/**
 * The ONNX files of a recipe: the trained model, the same graph with its parameters free, one training step and,
 * where the recipe says so, its forward and backward pass.
 */

import { graph } from '../../src/graph/value.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { backwardGraph } from '../../src/recipes/backward-graph.ts';
import type { Recipe } from '../../src/recipes/recipe.ts';
import { stepGraph } from '../../src/recipes/step-graph.ts';

/** @param parameters trained numbers by parameter name */
export function modelFiles(
  recipe: Recipe,
  parameters: Readonly<Record<string, Float32Array>>,
): Record<string, Uint8Array> {
  const size = symbolSize(recipe);
  const network = recipe.build(size);
  const forward = graph(recipe.id, network.outputs, [network.batch[0], ...network.parameters]);
  const batch = { symbol: 'N', size };
  return {
    'model.onnx': encodeModel(forward, {
      batch,
      initializers: parameters,
      description: `${recipe.title}. ${recipe.task}`,
    }),
    'forward.onnx': encodeModel(forward, {
      batch,
      description: `${recipe.title}, with its parameters as inputs. ${recipe.task}`,
    }),
    'step.onnx': encodeModel(stepGraph(recipe), {
      description: `One training step of ${recipe.title}: from a batch and the parameters to the next parameters.`,
    }),
    ...(recipe.backward && {
      'backward.onnx': encodeModel(backwardGraph(`${recipe.id}-backward`, recipe.build(recipe.batchSize)), {
        description: `Forward and backward pass of ${recipe.title}, each value an output: from a batch and the parameters to the gradients.`,
      }),
    }),
  };
}

/** A batch size that no parameter has as its first length, so that only batches get the symbolic axis. */
function symbolSize(recipe: Recipe): number {
  const taken = new Set(recipe.build(recipe.batchSize).parameters.map(({ shape }) => shape[0]));
  let size = 2;
  while (taken.has(size)) size++;
  return size;
}
