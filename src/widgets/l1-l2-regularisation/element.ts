/** Joins the figure of penalties to its three models. */

import { drawnDigits } from '../../datasets/drawn-digits.ts';
import { readInitializers } from '../../onnx/initializers.ts';
import type { ModelCard } from '../../recipes/model-card.ts';
import { penalised } from '../../recipes/penalty-network.ts';
import { digitPixels } from '../kit/digit-pixels.ts';
import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import {
  answerOf,
  countOf,
  type MethodName,
  methodNames,
  methods,
  penaltyModel,
  type Shipped,
} from './state.ts';
import { parts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  const figure = runFigure({
    context,
    model: penaltyModel,
    leading: methods.proximal.model,
    parts,
    timed: ({ settings }) => `${methods[settings.method].model}/model.onnx`,
    attributes: ({ settings: { method, member }, shipped, answers }) => ({
      'data-method': method,
      'data-zeros': shipped ? countOf(shipped[method].weights, member).zero : null,
      'data-probability': answers ? Math.max(...answerOf(answers, member)) : null,
    }),
  });
  const { engine } = figure;
  const loaded = await Promise.all(
    methodNames.map(async (name): Promise<[MethodName, Shipped]> => {
      const { model } = methods[name];
      const trained = readInitializers(await engine.bytes(model, 'model.onnx'));
      const card = await engine.json<ModelCard>(model, 'card.json');
      return [name, { card, weights: Float32Array.from(trained[penalised.name].data) }];
    }),
  );
  figure.dispatch({ kind: 'loaded', shipped: Object.fromEntries(loaded) as Record<MethodName, Shipped> });
  await figure.keep(
    ({ settings: { method, digit } }) => [method, digit],
    async ({ settings: { method, digit } }) => {
      const x = { shape: [1, 784], data: digitPixels(drawnDigits[digit]) };
      const { probability } = await engine.run(methods[method].model, 'model.onnx', { x }, true);
      figure.dispatch({ kind: 'answered', answers: probability });
    },
  );
}
