/** The node that the walk has come to: its rule, its equation, the matrices that it takes and makes. */

import type { Value } from '../../graph/value.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { arithmetic } from './arithmetic.ts';
import { matrixView } from './matrix-view.ts';
import type { Action } from './model.ts';
import { rules } from './names.ts';
import { networkMarkup } from './network-markup.ts';
import { feedsOf, inRows } from './numbers.ts';
import { shapesSentence } from './sentences.ts';
import { numbersIn, type State, shownStep, stepsIn } from './state.ts';

/** The numbers of any value of the graph, as it holds them. */
export function dataOf(state: State, value: Value): ArrayLike<number> | null {
  if (value.kind === 'constant') return value.data;
  if (value.kind === 'input') return feedsOf(state.numbers, state.form.layout)[value.name].data;
  const step = stepsIn(state).find(({ node }) => node.value === value);
  return step ? numbersIn(state, step.node.name) : null;
}

const movedIn = (state: State, value: Value): readonly boolean[] | undefined => {
  const step = stepsIn(state).find(({ node }) => node.value === value);
  return step && state.moved[step.node.name];
};

/** What stands between the operands of an operator. */
export const signs: Readonly<Record<string, string>> = {
  MatMul: '·',
  Add: '+',
  Sub: '−',
  Mul: '⊙',
  Div: '/',
};

export function stepPart(dispatch: (action: Action) => void): Part<State> {
  const rule = html('p', { class: 'node-rule' });
  const equation = html('p', { class: 'node-equation' });
  const shapes = html('p', { class: 'node-shapes' });
  const operands = [0, 1, 2].map(() => matrixView());
  const sign = [0, 1].map(() => html('span', { class: 'node-sign', 'aria-hidden': 'true' }));
  const result = matrixView((cell) => dispatch({ kind: 'work out', cell }));
  const arrow = html('span', { class: 'node-sign', 'aria-hidden': 'true' }, '=');
  const worked = html('p', { class: 'node-worked' });
  const matrices = html(
    'div',
    { class: 'node-matrices' },
    operands[0].element,
    sign[0],
    operands[1].element,
    sign[1],
    operands[2].element,
    arrow,
    result.element,
  );
  return {
    element: html('div', { class: 'node' }, rule, equation, shapes, matrices, worked),
    render(state) {
      const step = shownStep(state);
      const { node, symbol } = step;
      setText(rule, rules[step.rule]);
      setText(equation, step.equation);
      setText(
        shapes,
        `${node.name.includes('.') || node.name === 'loss' ? node.value.op.name : node.name}: ${shapesSentence(state)}`,
      );
      operands.forEach(({ element, render }, i) => {
        const operand = step.operands[i];
        element.hidden = operand === undefined;
        if (i > 0) {
          sign[i - 1].hidden = operand === undefined;
          setText(sign[i - 1], signs[node.value.op.name] ?? ',');
        }
        if (operand)
          render({
            symbol: operand.symbol,
            shape: operand.value.shape,
            data: dataOf(state, operand.value),
            moved: movedIn(state, operand.value),
          });
      });
      const data = numbersIn(state, node.name);
      const cell = Math.min(state.cell, (data?.length ?? 1) - 1);
      result.render({
        symbol,
        shape: node.value.shape,
        data,
        moved: state.moved[node.name],
        chosen: cell,
        press: 'Press to see how it comes about',
        result: true,
      });
      setText(
        worked,
        arithmetic(step, cell, (value) => dataOf(state, value)) ?? 'The numbers are passed on as they are.',
      );
    },
  };
}

/** The network, with lines as thick as what the walk is about: weights going forward, gradients going back. */
export function networkPart(): Part<State> {
  const element = html('div', { class: 'network-place' });
  return {
    element,
    render(state) {
      const step = shownStep(state);
      const { pass } = step.node;
      const gradient = (name: 'hidden.weights' | 'output.weights') => {
        const data = numbersIn(state, `${name}.gradient`);
        return data && inRows(name, data, state.form.layout);
      };
      const symbols = [step.symbol, ...step.operands.map(({ symbol }) => symbol)].join(' ');
      element.innerHTML = networkMarkup({
        id: 'backpropagation-network',
        pass,
        hidden: pass === 'forward' ? state.numbers['hidden.weights'] : gradient('hidden.weights'),
        output: pass === 'forward' ? state.numbers['output.weights'] : gradient('output.weights'),
        current: /W₁|b₁/.test(symbols) ? 1 : /W₂|b₂/.test(symbols) ? 2 : null,
      });
    },
  };
}
