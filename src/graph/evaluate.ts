/** Runs a graph by each operator's own definition, in float64: the reference every runtime is held to. */

import { formatShape, sizeOf } from './shape.ts';
import { type Graph, type Tensor, topologicalOrder, type Value } from './value.ts';

/** Numbers for an input; the shape comes from the graph. */
export type Feeds = Readonly<Record<string, ArrayLike<number>>>;

/**
 * The outputs of `graph` for the given feeds.
 * @throws RangeError naming the input that is missing or has the wrong number of elements
 */
export function evaluate<Name extends string>(
  graph: Graph & { readonly outputs: Readonly<Record<Name, Value>> },
  feeds: Feeds,
): Record<Name, Tensor> {
  const tensors = new Map<Value, Tensor>();
  const names = Object.keys(graph.outputs) as Name[];
  for (const value of topologicalOrder(Object.values(graph.outputs))) tensors.set(value, tensorOf(value));
  return Object.fromEntries(names.map((name) => [name, tensors.get(graph.outputs[name])])) as Record<
    Name,
    Tensor
  >;

  function tensorOf(value: Value): Tensor {
    switch (value.kind) {
      case 'constant':
        return { shape: value.shape, data: Float64Array.from(value.data) };
      case 'result':
        return value.op.evaluate(
          value.inputs.map((one) => tensors.get(one) as Tensor),
          value,
        );
      case 'input': {
        const fed = feeds[value.name];
        if (fed?.length !== sizeOf(value.shape))
          throw new RangeError(
            `evaluate "${graph.name}": input "${value.name}" of shape ${formatShape(value.shape)} takes ` +
              `${sizeOf(value.shape)} numbers, got ${fed ? fed.length : 'nothing'}`,
          );
        return { shape: value.shape, data: Float64Array.from(fed) };
      }
    }
  }
}
