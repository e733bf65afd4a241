/** The figure as it is before any script runs: weights under L1, the loss along λ and the histogram. */

import { readInitializers } from '../../onnx/initializers.ts';
import { penalised } from '../../recipes/penalty-network.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { curvePlot, histogram, picturesMarkup, type Trained } from './drawings.ts';
import { penaltyModel } from './model.ts';
import { type MethodName, methodNames, methods, type Shipped } from './state.ts';

export const models = Object.values(methods).map(({ model }) => model);

/** @param trained bytes of model.onnx */
export const weightsIn = (trained: Uint8Array): Float32Array =>
  Float32Array.from(readInitializers(trained)[penalised.name].data);

/** @param read a file of a model, by the model's id and the file's name */
export async function trainedModels(
  read: (id: string, file: string) => Promise<Uint8Array>,
): Promise<NonNullable<Trained>> {
  const entries = await Promise.all(
    methodNames.map(async (name): Promise<[MethodName, Shipped]> => {
      const { model } = methods[name];
      const card = JSON.parse(new TextDecoder().decode(await read(model, 'card.json')));
      return [name, { card, weights: weightsIn(await read(model, 'model.onnx')) }];
    }),
  );
  return Object.fromEntries(entries) as Record<MethodName, Shipped>;
}

export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const settings = startSettings(penaltyModel);
  const trained = await trainedModels(read);
  return (
    picturesMarkup('penalty-still', trained[settings.method], settings) +
    inTwoWidths((width) => plotMarkup(curvePlot('loss', 'penalty-still-loss', trained, settings), width)) +
    legendMarkup([
      { name: 'training', number: 1 },
      { name: 'held-out', number: 2 },
    ]) +
    inTwoWidths((width) => plotMarkup(histogram('penalty-still-histogram', trained, settings), width)) +
    legendMarkup([
      { name: 'exactly zero', number: 2, as: 'bars' },
      { name: 'not zero', number: 1, as: 'bars' },
    ])
  );
}
