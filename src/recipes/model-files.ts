/**
 * The files of a trained model: the model itself, the same graph with its parameters free, the steps by which it was
 * trained, where the recipe says so its forward and backward pass, and the training as recorded. The same numbers
 * give the same bytes, in the training script and in a page.
 */

import { type Graph, graph, type StepGraph } from '../graph/value.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Described, Network, Numbers } from './recipe.ts';

/** `encodeModel` of `onnx/`, given by the caller. */
export type Encode = (
  graph: Graph,
  options: {
    readonly initializers?: Numbers;
    readonly batch?: { readonly symbol: string; readonly size: number };
    readonly description: string;
  },
) => Uint8Array;

export type ModelFiles = Readonly<Record<string, Uint8Array>>;

/** What is exported of a model besides its numbers. */
export interface Graphs {
  readonly build: (batchSize: number) => Network;
  /** By the name of the file. */
  readonly steps: Readonly<Record<string, StepGraph>>;
  readonly backward?: Graph;
}

/** All files but the card, by name. */
export function modelFiles(
  { id, title, task }: Pick<Described, 'id' | 'title' | 'task'>,
  {
    graphs: { build, steps, backward },
    parameters,
    history,
  }: { readonly graphs: Graphs; readonly parameters: Numbers; readonly history: TrainingHistory },
  encode: Encode,
): ModelFiles {
  const size = symbolSize(build(1));
  const network = build(size);
  const forward = graph(id, network.outputs, [network.batch[0], ...network.parameters]);
  const batch = { symbol: 'N', size };
  const stepFiles = Object.entries(steps).map(([file, step]): [string, Uint8Array] => [
    file,
    encode(step, {
      description: `One training step of ${title}: from a batch and the parameters to the next parameters.`,
    }),
  ]);
  return {
    'model.onnx': encode(forward, {
      batch,
      initializers: parameters,
      description: `${title}. ${task}`,
    }),
    'forward.onnx': encode(forward, {
      batch,
      description: `${title}, with its parameters as inputs. ${task}`,
    }),
    ...Object.fromEntries(stepFiles),
    ...(backward && {
      'backward.onnx': encode(backward, {
        description: `Forward and backward pass of ${title}, each value an output: from a batch and the parameters to the gradients.`,
      }),
    }),
    'history.json': new TextEncoder().encode(`${JSON.stringify(history)}\n`),
  };
}

/** A batch size that no parameter has as its first length, so that only batches get the symbolic axis. */
function symbolSize({ parameters }: Network): number {
  const taken = new Set(parameters.map(({ shape }) => shape[0]));
  let size = 2;
  while (taken.has(size)) size++;
  return size;
}
