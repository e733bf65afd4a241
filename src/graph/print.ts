/** A graph as text, one line a value: what the "graph" figures show and the snapshots hold. */

import { formatShape } from './shape.ts';
import { type Constant, type Graph, topologicalOrder, type Value } from './value.ts';

/**
 * `name shape = Operator(inputs) {attributes}` for every result, in an order in which it can be run.
 * Scalar constants appear as numbers, small vectors as lists.
 */
export function print(graph: Graph): string {
  const names = new Map<Value, string>();
  for (const one of graph.inputs) names.set(one, one.name);
  for (const [name, value] of Object.entries(graph.outputs))
    if (value.kind === 'result') names.set(value, name);
  const lines: string[] = graph.inputs.map(
    (one) => `input  ${one.name} ${one.dtype}${formatShape(one.shape)}`,
  );
  let count = 0;
  for (const value of topologicalOrder(Object.values(graph.outputs))) {
    if (value.kind === 'constant') names.set(value, formatConstant(value));
    if (value.kind !== 'result') continue;
    if (!names.has(value)) names.set(value, `v${++count}`);
    const attributes = Object.entries(value.attributes).map(([key, one]) => `${key}=${JSON.stringify(one)}`);
    lines.push(
      `${names.get(value)} ${formatShape(value.shape)} = ${value.op.name}(${value.inputs.map((one) => names.get(one)).join(', ')})` +
        (attributes.length > 0 ? ` {${attributes.join(', ')}}` : ''),
    );
  }
  for (const [name, value] of Object.entries(graph.outputs))
    lines.push(`output ${name} = ${names.get(value)}`);
  return lines.join('\n');
}

const formatConstant = ({ shape, data }: Constant): string =>
  shape.length === 0
    ? String(data[0])
    : data.length <= 8
      ? `[${data.join(', ')}]`
      : `[… ${data.length} numbers]`;
