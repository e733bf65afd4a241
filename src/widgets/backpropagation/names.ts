/** What the values of the half adder's graph are called in equations, and which rule made each. */

import type { Value } from '../../graph/value.ts';
import { type GraphNode, gradientOf } from '../../recipes/backward-graph.ts';
import { type Form, graphsOf } from './graphs.ts';

/** The rules of the two passes, in words. */
export const rules = {
  weights: 'Forward: multiply by the weights',
  bias: 'Forward: add the bias to every example',
  function: 'Forward: apply the function to every number',
  loss: 'Forward: from the outputs to the loss',
  seed: 'Backward: the derivative of the loss',
  join: 'Backward: where a value was used twice, its two gradients add up',
  transpose: 'Backward: turn the matrix over',
  back: 'Backward: multiply by the transpose of the weights',
  derivative: 'Backward: the derivative of the function',
  gate: 'Backward: multiply by the derivative of the function',
  weightGradient: 'Gradient of the weights: the transposed input times the error',
  biasGradient: 'Gradient of the bias: the errors of all examples, added up',
} as const;
export type RuleName = keyof typeof rules;

export interface Step {
  readonly node: GraphNode;
  readonly rule: RuleName;
  /** The result in symbols, such as "Z₁" or "∂L/∂W₂". */
  readonly symbol: string;
  /** The whole step in symbols, such as "Z₁ = X W₁". */
  readonly equation: string;
  /** What it takes: each input with its symbol. */
  readonly operands: readonly { readonly value: Value; readonly symbol: string }[];
}

const parameterSymbols: Readonly<Record<string, string>> = {
  x: 'X',
  target: 'T',
  'hidden.weights': 'W₁',
  'hidden.bias': 'b₁',
  'output.weights': 'W₂',
  'output.bias': 'b₂',
};
const parameterNames = ['hidden.weights', 'hidden.bias', 'output.weights', 'output.bias'];
export const symbolOfInput = (name: string): string => parameterSymbols[name];

const known = new Map<string, readonly Step[]>();

/** Every node of the graph with its name, its rule and its equation, in the order of the walk. */
export function stepsOf(form: Form): readonly Step[] {
  const key = `${form.layout} ${form.activation}`;
  const existing = known.get(key);
  if (existing) return existing;
  const { backward } = graphsOf(form);
  const symbols = new Map<Value, string>();
  const steps = backward.nodes.map((node, index) => {
    const named = nameStep(node, index, symbols, form);
    symbols.set(node.value, named.symbol);
    return { node, ...named };
  });
  known.set(key, steps);
  return steps;
}

/** A step's rule, symbol and right-hand side, from the symbols of what it takes. */
type Named = readonly [rule: RuleName, symbol: string, right: string];

function nameStep(
  node: GraphNode,
  index: number,
  symbols: ReadonlyMap<Value, string>,
  form: Form,
): Omit<Step, 'node'> {
  const symbolOf = (one: Value): string => {
    if (one.kind === 'input') return symbolOfInput(one.name);
    if (one.kind === 'constant') return one.data[0] === 0.5 ? '½' : String(one.data[0]);
    return symbols.get(one) ?? '';
  };
  // Lists of axes say how, not what: they are no operands.
  const operands = node.value.inputs
    .filter((one) => one.dtype !== 'int64')
    .map((one) => ({ value: one, symbol: symbolOf(one) }));
  const [a = '', b = ''] = operands.map(({ symbol }) => symbol);
  const over = form.layout === 'rows' ? 'rows' : 'columns';
  const taken = new Set(symbols.values());
  const name = node.pass === 'forward' ? nameForward : nameBackward;
  const [rule, symbol, right] = name({ node, index, a, b, over, taken });
  return { rule, symbol, equation: `${symbol} = ${right}`, operands };
}

interface Naming {
  readonly node: GraphNode;
  /** Place in the graph. */
  readonly index: number;
  readonly a: string;
  readonly b: string;
  /** What is added up where examples are. */
  readonly over: string;
  readonly taken: ReadonlySet<string>;
}

function nameForward({ node, index, a, b }: Naming): Named {
  if (node.name === 'loss') return ['loss', 'L', `${a} · ${b}`];
  const isHidden = index < 3;
  switch (node.value.op.name) {
    case 'MatMul':
      return ['weights', isHidden ? 'P₁' : 'P₂', `${a} ${b}`];
    case 'Add':
      return ['bias', isHidden ? 'Z₁' : 'Y', `${a} + ${b}`];
    case 'Tanh':
      return ['function', 'H', `tanh(${a})`];
    case 'Relu':
      return ['function', 'H', `max(0, ${a})`];
    case 'Sub':
      return ['loss', 'E', `${a} − ${b}`];
    case 'Mul':
      return ['loss', 'E²', `${a} ⊙ ${b}`];
    case 'ReduceSum':
      return a === 'E²'
        ? ['loss', 's', 'sum of E² over the outputs']
        : ['loss', '‖E‖²', 'sum of s over the examples'];
    case 'Reshape':
      return ['loss', 'e', `${a} as a plain number`];
    default:
      return ['loss', 'm', `${a} / ${b}`];
  }
}

function nameBackward({ node, a, b, over, taken }: Naming): Named {
  const operator = node.value.op.name;
  const parameter = parameterNames.find((one) => node.name === gradientOf({ name: one }));
  if (parameter) {
    const symbol = `∂L/∂${symbolOfInput(parameter)}`;
    if (operator === 'MatMul') return ['weightGradient', symbol, `${a} ${b}`];
    return [
      'biasGradient',
      symbol,
      operator === 'Reshape' ? `${a} as a list` : `sum over the ${over} of ${a}`,
    ];
  }
  switch (operator) {
    case 'Transpose':
      return ['transpose', `${a}ᵀ`, `${a} turned over`];
    case 'MatMul':
      return ['back', 'G', `${a} ${b}`];
    case 'ReduceSum':
      return ['biasGradient', `Σ${a}`, `sum over the ${over} of ${a}`];
    case 'Add':
      return ['join', 'δ₂', `${a} + ${b}`];
    case 'Greater':
      return ['derivative', 'f′(Z₁)', `1 where ${a} > ${b}, else 0`];
    case 'Where':
      return ['gate', 'δ₁', `${b} where f′(Z₁) is 1, else 0`];
    case 'Sub':
      return ['derivative', 'f′(Z₁)', `${a} − ${b}`];
    case 'Div':
      return ['seed', '∂L/∂e', `${a} / ${b}`];
    case 'Reshape':
      return ['seed', '∂L/∂‖E‖²', `${a} as a matrix`];
    case 'Expand':
      return taken.has('∂L/∂s')
        ? ['seed', '∂L/∂E²', `${a} for every output`]
        : ['seed', '∂L/∂s', `${a} for every example`];
  }
  if (a === b) return ['derivative', 'H²', `${a} ⊙ ${b}`];
  if (a === '∂L/∂E²') return ['seed', taken.has('D') ? 'D′' : 'D', `${a} ⊙ ${b}`];
  if (a === 'G') return ['gate', 'δ₁', `${a} ⊙ ${b}`];
  return ['seed', '∂L/∂m', `${a} · ${b}`];
}
