/** Joins the figure of penalties to its three models. */

import { drawnDigits } from '../../datasets/drawn-digits.ts';
import { readInitializers } from '../../onnx/initializers.ts';
import type { ModelCard } from '../../recipes/model-card.ts';
import { penalised } from '../../recipes/penalty-network.ts';
import { digitPixels } from '../kit/digit-pixels.ts';
import type { WidgetContext } from '../kit/host.ts';
import { walkingFigure } from '../kit/walking-figure.ts';
import { penaltyModel } from './model.ts';
import {
  answerOf,
  countOf,
  type MethodName,
  measured,
  methodNames,
  methods,
  type Shipped,
  type State,
} from './state.ts';
import { parts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  const figure = walkingFigure({
    context,
    model: penaltyModel,
    leading: methods.proximal.model,
    parts,
    played: (playing) => ({ kind: 'play', playing }) as const,
    walk: () => ({ kind: 'walk' }) as const,
    // Seven pictures are not a film: each is to be looked at.
    intervals: { slow: 2400, normal: 1200, fast: 400 },
    timed: ({ settings }) => `${methods[settings.method].model}/model.onnx`,
    attributes,
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
      figure.dispatch({ kind: 'answered', answers: { method, digit, probabilities: probability } });
    },
  );
}

function attributes(state: State) {
  const { method, member, digit } = state.settings;
  const own = state.shipped?.[method];
  const count = own && countOf(own.weights, member);
  const answer = answerOf(state);
  return {
    'data-method': method,
    'data-member': member,
    'data-zeros': count?.zero ?? null,
    'data-near': count?.near ?? null,
    'data-held-out-loss': own ? measured(own, method, 'held-out', 'loss', member) : null,
    'data-digit': answer ? digit : null,
    'data-answer': answer ? answer.indexOf(Math.max(...answer)) : null,
    'data-probability': answer ? Math.max(...answer) : null,
  } as const;
}
