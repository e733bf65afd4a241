/** What the backpropagation figure says about itself in words, and its table. */

import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { rules, symbolOfInput } from './names.ts';
import { editable, indexIn, type Place, shapeOfInput, sizeOfInput } from './numbers.ts';
import { hasDiverged, lossOf, numbersIn, type State, shownStep, stepsIn } from './state.ts';

/** "4 × 3", or "one number". */
export const shapeText = (shape: readonly number[]): string =>
  shape.length === 0 ? 'one number' : shape.length === 1 ? `list of ${shape[0]}` : shape.join(' × ');

/** "W₁, row 1, column 3" in the layout shown. */
export function placeText({ name, index }: Place, { form: { layout } }: Pick<State, 'form'>): string {
  const shape = shapeOfInput(name, layout);
  const at = indexIn(name, index, layout);
  if (shape.length === 1) return `${symbolOfInput(name)}, number ${at + 1}`;
  return `${symbolOfInput(name)}, row ${Math.floor(at / shape[1]) + 1}, column ${(at % shape[1]) + 1}`;
}

/** Every product and sum with the shapes of what goes in and comes out. */
export function shapesSentence(state: State): string {
  const { node, operands } = shownStep(state);
  const taken = operands.map(({ value }) => shapeText(value.shape));
  const joined =
    node.value.op.name === 'MatMul' ? taken.map((one) => `(${one})`).join(' · ') : taken.join(' and ');
  return `${joined} → ${shapeText(node.value.shape)}`;
}

export const countMoved = (state: State): number =>
  stepsIn(state).filter(({ node }) => state.moved[node.name]?.includes(true)).length;

export function describe(state: State): string {
  const steps = stepsIn(state);
  const { rule, equation } = shownStep(state);
  const loss = lossOf(state);
  const count = countMoved(state);
  const moved = count > 0 ? ` The latest change moved numbers of ${count} of the ${steps.length} nodes.` : '';
  if (hasDiverged(state))
    return 'The loss has left the range of float32: the steps were too long. Start over, or go back to a moment of the recorded training, and take a smaller learning rate.';
  return (
    `Node ${state.node + 1} of ${steps.length}. ${rules[rule]}: ${equation}. ` +
    `${loss === null ? 'The graph is being run.' : `The loss is ${formatNumber(loss, 4)}.`}${moved}`
  );
}

export function table(state: State): FigureTable {
  const inputs = editable.map((name) => {
    const data = Array.from({ length: sizeOfInput(name) }, (_, i) => state.numbers[name][i]);
    return ['input', symbolOfInput(name), 'fed', shapeText(shapeOfInput(name, 'rows')), listed(data)];
  });
  return {
    caption: 'Every value of the forward and backward pass, row by row',
    columns: ['Node', 'Equation', 'Rule', 'Shape', 'Numbers'],
    rows: [
      ...inputs,
      ...stepsIn(state).map(({ node, equation, rule }) => [
        node.name,
        equation,
        rules[rule],
        shapeText(node.value.shape),
        listed(numbersIn(state, node.name) ?? []),
      ]),
    ],
  };
}

const listed = (numbers: ArrayLike<number>): string =>
  Array.from(numbers, (number) => formatNumber(number)).join(', ');

export function hyperparameters(state: State): readonly (readonly [string, string])[] {
  const { form, rate, difference, trained, moment, moments } = state;
  return [
    [
      'Network',
      `2 inputs, 3 hidden units with ${form.activation === 'tanh' ? 'tanh' : 'ReLU'}, 2 outputs without a function`,
    ],
    ['Data', 'all four pairs of bits in every pass; wanted are sum and carry'],
    ['Loss', 'half the squared error, averaged over the four examples'],
    [
      'Layout',
      form.layout === 'rows' ? 'an example is a row: Z = X W + b' : 'an example is a column: Z = W X + b',
    ],
    ['Optimizer', 'gradient descent'],
    ['Learning rate', formatNumber(rate)],
    ['Initial weights', 'Xavier uniform, seed 1; biases 0'],
    [
      'Parameters shown',
      moment === null
        ? `set here, then ${trained} training steps`
        : `as recorded after ${moments[moment].step} steps`,
    ],
    ['Difference ε of the check', formatNumber(difference)],
  ];
}
