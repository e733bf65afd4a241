/** A graph as the bytes of an ONNX file. Numbers of fields and types are those of onnx.proto3. */

import { formatShape, sizeOf } from '../graph/shape.ts';
import {
  type Attributes,
  type Constant,
  type Graph,
  type Input,
  type TensorType,
  topologicalOrder,
  type Value,
} from '../graph/value.ts';
import { bytes, type Field, float, integer, message } from './protobuf.ts';

const irVersion = 8;
const opset = 17;
const tensorTypes = { float32: 1, int64: 7, bool: 9 } as const;
const attributeTypes = { float: 1, integer: 2, string: 3, integers: 7 } as const;

export interface EncodeOptions {
  /** Inputs to freeze as initializers, by name: a trained model holds its parameters this way. */
  readonly initializers?: Readonly<Record<string, Float32Array>>;
  /** Name of a symbolic first axis for the inputs and outputs that have this batch size. */
  readonly batch?: { readonly symbol: string; readonly size: number };
  /** Free text stored in the file: what it is and where it comes from. */
  readonly description?: string;
}

/**
 * An ONNX model (IR version 8, opset 17) of a graph; equal graphs give equal bytes.
 * @throws RangeError if an initializer is not an input, is not float32, or holds the wrong number of elements
 */
export function encodeModel(graph: Graph, options: EncodeOptions = {}): Uint8Array {
  const { initializers = {}, description } = options;
  for (const [name, data] of Object.entries(initializers)) {
    const target = graph.inputs.find((one) => one.name === name);
    if (!target) throw new RangeError(`encodeModel "${graph.name}": no input is called "${name}"`);
    if (target.dtype !== 'float32')
      throw new RangeError(
        `encodeModel "${graph.name}": "${name}" is ${target.dtype}; only float32 inputs can be frozen`,
      );
    if (data.length !== sizeOf(target.shape))
      throw new RangeError(
        `encodeModel "${graph.name}": "${name}" ${formatShape(target.shape)} takes ${sizeOf(target.shape)} numbers, got ${data.length}`,
      );
  }
  return message([
    integer(1, irVersion),
    bytes(2, 'live-glossary-of-deep-learning'),
    ...(description ? [bytes(6, description)] : []),
    bytes(7, encodeGraph(graph, options)),
    bytes(8, message([bytes(1, ''), integer(2, opset)])),
  ]);
}

function encodeGraph(graph: Graph, { initializers = {}, batch }: EncodeOptions): Uint8Array {
  const names = new Map<Value, string>(graph.inputs.map((one) => [one, one.name]));
  const taken = new Set([...names.values(), ...Object.keys(graph.outputs)]);
  const free = (name: string): string => (taken.has(name) ? free(`${name}_`) : name);
  const nodes: Field[] = [];
  const tensors: Field[] = [];
  const shared = new Map<string, string>();
  const counts = new Map<string, number>();

  for (const one of graph.inputs)
    if (one.name in initializers)
      tensors.push(encodeTensor(one.name, one, rawFloats(initializers[one.name])));
  // A result that is one output takes the output's name; all else an output may be passes through Identity.
  for (const [name, value] of Object.entries(graph.outputs))
    if (value.kind === 'result' && !names.has(value)) names.set(value, name);

  for (const value of topologicalOrder(Object.values(graph.outputs))) {
    if (value.kind === 'constant') {
      const raw = rawConstant(value);
      // Bytes, not numbers, are compared: 0 and −0 are different constants.
      const content = `${value.dtype} ${formatShape(value.shape)} ${raw.join(' ')}`;
      const known = shared.get(content);
      const name = known ?? free(`constant_${shared.size}`);
      names.set(value, name);
      if (known) continue;
      shared.set(content, name);
      tensors.push(encodeTensor(name, value, raw));
    } else if (value.kind === 'result') {
      const count = counts.get(value.op.name) ?? 0;
      counts.set(value.op.name, count + 1);
      const label = `${value.op.name}_${count}`;
      if (!names.has(value)) names.set(value, free(label));
      const inputs = value.inputs.map((one) => names.get(one) as string);
      nodes.push(encodeNode(label, value.op.name, inputs, names.get(value) as string, value.attributes));
    }
  }
  for (const [name, value] of Object.entries(graph.outputs))
    if (names.get(value) !== name)
      nodes.push(encodeNode(`Identity_${name}`, 'Identity', [names.get(value) as string], name, {}));

  const isFed = (one: Input) => !(one.name in initializers);
  return message([
    ...nodes.map((node) => bytes(1, node)),
    bytes(2, graph.name),
    ...tensors.map((tensor) => bytes(5, tensor)),
    ...graph.inputs.filter(isFed).map((one) => bytes(11, encodeValueInfo(one.name, one, batch))),
    ...Object.entries(graph.outputs).map(([name, one]) => bytes(12, encodeValueInfo(name, one, batch))),
  ]);
}

const encodeNode = (
  name: string,
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Attributes,
): Uint8Array =>
  message([
    ...inputs.map((one) => bytes(1, one)),
    bytes(2, output),
    bytes(3, name),
    bytes(4, operator),
    ...Object.entries(attributes).map(([key, value]) => bytes(5, encodeAttribute(key, value))),
  ]);

function encodeAttribute(name: string, value: Attributes[string]): Uint8Array {
  const [type, fields]: [number, Field[]] =
    typeof value === 'number'
      ? [attributeTypes.integer, [integer(3, value)]]
      : typeof value === 'string'
        ? [attributeTypes.string, [bytes(4, value)]]
        : 'float' in value
          ? [attributeTypes.float, [float(2, value.float)]]
          : [attributeTypes.integers, value.map((one) => integer(8, one))];
  return message([bytes(1, name), ...fields, integer(20, type)]);
}

const encodeTensor = (name: string, { dtype, shape }: TensorType, raw: Uint8Array): Uint8Array =>
  message([
    ...shape.map((length) => integer(1, length)),
    integer(2, tensorTypes[dtype]),
    bytes(8, name),
    bytes(9, raw),
  ]);

function encodeValueInfo(
  name: string,
  { dtype, shape }: TensorType,
  batch: EncodeOptions['batch'],
): Uint8Array {
  const axes = shape.map((length, axis) =>
    bytes(1, axis === 0 && batch?.size === length ? bytes(2, batch.symbol) : integer(1, length)),
  );
  return message([
    bytes(1, name),
    bytes(2, bytes(1, message([integer(1, tensorTypes[dtype]), bytes(2, message(axes))]))),
  ]);
}

/** Little-endian float32, whatever the machine's own order. */
function rawFloats(data: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(data.length * 4));
  for (let i = 0; i < data.length; i++) view.setFloat32(i * 4, data[i], true);
  return new Uint8Array(view.buffer);
}

function rawConstant({ dtype, data }: Constant): Uint8Array {
  if (dtype === 'float32') return rawFloats(data);
  if (dtype === 'bool') return Uint8Array.from(data);
  const view = new DataView(new ArrayBuffer(data.length * 8));
  data.forEach((one, i) => {
    view.setBigInt64(i * 8, BigInt(one), true);
  });
  return new Uint8Array(view.buffer);
}
