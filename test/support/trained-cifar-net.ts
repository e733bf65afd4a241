/** The trained CIFAR-10 network's parameters, read from its file as the page reads them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/value.ts';
import { readInitializers } from '../../src/onnx/initializers.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import { root } from './source-files.ts';

export const modelFile = (id: string, file: string): Uint8Array =>
  new Uint8Array(readFileSync(join(root, 'models', id, file)));

const initializers = readInitializers(modelFile('cifar-net', 'model.onnx'));

/** Those of the graph's inputs that are parameters, with their trained numbers. */
export const trainedParameters = ({ inputs }: Pick<Graph, 'inputs'>): Record<string, Float32Array> =>
  Object.fromEntries(
    inputs
      .filter(({ name }) => name.includes('.') && name in initializers)
      .map(({ name }) => [name, initializers[name].data]),
  );

export const frozen = (graph: Graph): Uint8Array =>
  encodeModel(graph, { initializers: trainedParameters(graph) });
