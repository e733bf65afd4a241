/** A graph with a trained model's parameters frozen into it, as the bytes of an ONNX file. */

import type { Graph } from '../../graph/value.ts';
import { readInitializers } from '../../onnx/initializers.ts';
import { encodeModel } from '../../onnx/model.ts';

/**
 * @param trained the bytes of the trained model's file
 * @returns the graph with those of its inputs frozen whose names the file has numbers for
 */
export function frozenGraph(graph: Graph, trained: Uint8Array): Uint8Array {
  const found = readInitializers(trained);
  // Constants stand in the file too, under names of their own; parameters are called "layer.what".
  const named = graph.inputs.filter(({ name }) => name.includes('.') && name in found);
  return encodeModel(graph, {
    initializers: Object.fromEntries(named.map(({ name }) => [name, found[name].data])),
  });
}
