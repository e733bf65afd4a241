/** The figure as it is before any script runs: the products of both passes, with every number, from backward.onnx. */

import { createSession } from '../../runtime/wasm.ts';
import type { Numbers } from '../kit/engine.ts';
import { escaped } from '../kit/series.ts';
import { startSettings } from '../kit/settings.ts';
import { model } from './graphs.ts';
import { matrixMarkup } from './matrix-markup.ts';
import { backpropagationModel } from './model.ts';
import { rules } from './names.ts';
import { networkMarkup } from './network-markup.ts';
import { dataOf, signs } from './node-view.ts';
import { feedsOf, startNumbers } from './numbers.ts';
import { stepsIn } from './state.ts';

export const models = [model];

/** What a printed page shows of the graph: enough to follow both passes, in their order. */
const shown = ['P₁', 'H', 'Y', 'E', 'δ₂', '∂L/∂W₂', 'G', 'δ₁', '∂L/∂W₁'];

/** @param read a file of a model, by the model's id and the file's name */
export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const values = await run(await read(model, 'backward.onnx'));
  const start = backpropagationModel.initial(startSettings(backpropagationModel));
  const state = backpropagationModel.update(start, {
    kind: 'passed',
    form: start.form,
    of: start.numbers,
    values,
  });
  const steps = stepsIn(state).filter(({ symbol }) => shown.includes(symbol));
  const network = networkMarkup({
    id: 'backpropagation-still',
    pass: 'backward',
    hidden: values['hidden.weights.gradient'],
    output: values['output.weights.gradient'],
    current: null,
  });
  const rows = steps.map(({ node, rule, symbol, equation, operands }) => {
    const taken = operands.map((operand) =>
      matrixMarkup({ ...operand, shape: operand.value.shape, data: dataOf(state, operand.value) }),
    );
    const made = matrixMarkup({ symbol, shape: node.value.shape, data: values[node.name], result: true });
    const matrices = `${taken.join(signMarkup(signs[node.value.op.name] ?? ','))}${signMarkup('=')}${made}`;
    return `<li><p><strong>${escaped(rules[rule])}</strong>: ${escaped(equation)}</p><div class="node-matrices">${matrices}</div></li>`;
  });
  return `${network}<ol class="still-steps">${rows.join('')}</ol>`;
}

const signMarkup = (sign: string): string => `<span class="node-sign" aria-hidden="true">${sign}</span>`;

async function run(bytes: Uint8Array): Promise<Numbers> {
  const session = await createSession(bytes);
  const feeds = Object.entries(feedsOf(startNumbers, 'rows')).map(([name, { shape, data }]) => [
    name,
    session.upload(shape, data),
  ]);
  const outputs = Object.entries(await session.run(Object.fromEntries(feeds)));
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of outputs) numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return numbers;
}
