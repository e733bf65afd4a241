/** An ONNX file as the nodes and edges of a drawing, read by the format's own definition. */

import proto from 'onnx-proto';

const { onnx } = proto;

export interface DrawnNode {
  readonly id: string;
  /** The operator, or the name of an input or output. */
  readonly title: string;
  /** What it carries: shapes of parameters, lengths of an axis. */
  readonly detail: string;
  readonly kind: 'input' | 'operator' | 'output';
}

export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** One line for each node, in the order in which they run: `hidden = MatMul(x, weights)`. */
  readonly lines: readonly string[];
}

type Shape = readonly (string | number)[];
const shapeText = (shape: Shape): string => (shape.length === 0 ? 'scalar' : shape.join(' × '));

export function readGraph(bytes: Uint8Array): DrawnGraph {
  const { graph } = onnx.ModelProto.decode(bytes);
  if (!graph) throw new Error('the file holds no graph');
  const fixed = new Map(
    (graph.initializer ?? []).map((tensor) => [tensor.name ?? '', (tensor.dims ?? []).map(Number)] as const),
  );
  const shapes = (values: typeof graph.input = []) =>
    (values ?? []).map(({ name, type }) => {
      const dimensions = type?.tensorType?.shape?.dim ?? [];
      return { name: name ?? '', shape: dimensions.map((one) => one.dimParam || Number(one.dimValue ?? 0)) };
    });
  const nodes: DrawnNode[] = [];
  const edges: { from: string; to: string }[] = [];
  const madeBy = new Map<string, string>();
  const lines: string[] = [];

  for (const { name, shape } of shapes(graph.input).filter(({ name }) => !fixed.has(name))) {
    nodes.push({ id: `in ${name}`, title: name, detail: shapeText(shape), kind: 'input' });
    madeBy.set(name, `in ${name}`);
    lines.push(`${name}: input, ${shapeText(shape)}`);
  }
  for (const [index, node] of (graph.node ?? []).entries()) {
    const id = `node ${index}`;
    const [inputs, outputs] = [node.input ?? [], node.output ?? []];
    const parameters = inputs.filter((name) => fixed.has(name));
    nodes.push({
      id,
      title: node.opType ?? '',
      detail: parameters
        .map((name) => `${isNamed(name) ? `${name} ` : ''}${shapeText(fixed.get(name) ?? [])}`)
        .join(', '),
      kind: 'operator',
    });
    for (const name of new Set(inputs)) {
      const from = madeBy.get(name);
      if (from) edges.push({ from, to: id });
    }
    for (const name of outputs) madeBy.set(name, id);
    lines.push(`${outputs.join(', ')} = ${node.opType}(${inputs.join(', ')})`);
  }
  for (const { name, shape } of shapes(graph.output)) {
    const id = `out ${name}`;
    nodes.push({ id, title: name, detail: shapeText(shape), kind: 'output' });
    const from = madeBy.get(name);
    if (from) edges.push({ from, to: id });
  }
  return { nodes, edges, lines };
}

/** Constants get names such as "constant_12", which tell a reader nothing. */
const isNamed = (name: string): boolean => !/^constant/i.test(name);
