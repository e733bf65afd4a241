/** A program is a graph of immutable values. Nothing here executes, encodes or draws. */

import { sizeOf } from './shape.ts';

export type Shape = readonly number[];
export type DType = 'float32' | 'int64' | 'bool';
export interface TensorType {
  readonly dtype: DType;
  readonly shape: Shape;
}
/** ONNX types attributes: a number is an integer, `{ float }` a real, a list integers, a string a string. */
export type Attributes = Readonly<
  Record<string, number | string | readonly number[] | { readonly float: number }>
>;

/** A value the caller feeds on every run: a batch, a parameter, a learning rate. */
export interface Input extends TensorType {
  readonly kind: 'input';
  readonly name: string;
}

/** A value known when the graph is built: an axis list, an epsilon. */
export interface Constant extends TensorType {
  readonly kind: 'constant';
  readonly data: readonly number[];
}

/** A value an operator computes from other values. */
export interface Result extends TensorType {
  readonly kind: 'result';
  readonly op: Op;
  readonly inputs: readonly Value[];
  readonly attributes: Attributes;
}
export type Value = Input | Constant | Result;

/** What operators accept: a plain number stands for a scalar constant. */
export type Operand = Value | number;

/** Concrete numbers, row-major. Booleans are 0 and 1. Only `evaluate` rules and sessions see these. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** One operator of the ONNX standard, with the standard's name and meaning. */
export interface Op {
  readonly name: string;
  /** Output type, or a RangeError that names the operator, the shapes and the axis. */
  readonly type: (inputs: readonly Value[], attributes: Attributes) => TensorType;
  /** Plain loops in float64: the definition readers see and every runtime is tested against. */
  readonly evaluate: (inputs: readonly Tensor[], result: Result) => Tensor;
  /**
   * ∂loss/∂input for each input, given `dy` = ∂loss/∂output; `null` where none flows.
   * Rules ignore broadcasting: `gradients` sums each one to its input's shape.
   * Omitted when the operator is not differentiable.
   */
  readonly gradient?: (dy: Value, y: Result) => readonly (Value | null)[];
}

/** A named boundary around values: the unit that is run, exported and tested. */
export interface Graph {
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly outputs: Readonly<Record<string, Value>>;
}

/** A graph run in a loop: after each run, output `to` is fed back as input `from`. */
export interface StepGraph extends Graph {
  readonly carried: readonly { readonly from: Input; readonly to: string }[];
}

export const input = (name: string, shape: Shape, dtype: DType = 'float32'): Input => ({
  kind: 'input',
  name,
  dtype,
  shape,
});

/**
 * A constant tensor; a number makes a scalar, a list a vector unless `shape` says otherwise.
 * @throws RangeError if the list does not fill the shape
 */
export function constant(
  data: number | readonly number[],
  dtype: DType = 'float32',
  shape: Shape = typeof data === 'number' ? [] : [data.length],
): Constant {
  const list = typeof data === 'number' ? [data] : data;
  if (list.length !== sizeOf(shape))
    throw new RangeError(
      `constant: shape [${shape.join(', ')}] holds ${sizeOf(shape)} numbers, got ${list.length}`,
    );
  return { kind: 'constant', dtype, shape, data: list };
}

/** The only way to make a `Result`, so every value in every graph is type-checked where it is written. */
export const apply = (op: Op, operands: readonly Operand[], attributes: Attributes = {}): Result => {
  const inputs = operands.map((operand) => (typeof operand === 'number' ? constant(operand) : operand));
  return { kind: 'result', op, inputs, attributes, ...op.type(inputs, attributes) };
};

/** Everything the roots depend on, each value after its inputs. */
export function topologicalOrder(roots: readonly Value[]): Value[] {
  const order = new Set<Value>();
  const entered = new Set<Value>();
  // An explicit stack: a network unrolled over a thousand time steps would overflow the call stack.
  const stack: Value[] = [...roots].reverse();
  while (stack.length > 0) {
    const value = stack[stack.length - 1];
    if (order.has(value)) stack.pop();
    else if (value.kind !== 'result' || entered.has(value)) {
      order.add(value);
      stack.pop();
    } else {
      entered.add(value);
      for (let i = value.inputs.length - 1; i >= 0; i--)
        if (!order.has(value.inputs[i])) stack.push(value.inputs[i]);
    }
  }
  return [...order];
}

/** The graph of these outputs; its inputs are those given, then every other one the outputs depend on. */
export function graph(
  name: string,
  outputs: Readonly<Record<string, Value>>,
  inputs: readonly Input[] = [],
): Graph {
  const reached = topologicalOrder(Object.values(outputs)).filter((value) => value.kind === 'input');
  const all = [...new Set([...inputs, ...reached])];
  const names = new Set<string>();
  for (const { name: inputName } of all) {
    if (names.has(inputName))
      throw new RangeError(`graph "${name}": two different inputs are called "${inputName}"`);
    names.add(inputName);
  }
  for (const output of Object.keys(outputs))
    if (names.has(output))
      throw new RangeError(`graph "${name}": "${output}" is both an input and an output`);
  return { name, inputs: all, outputs };
}
