/** The figure as it is before any script runs: weights under L1, their histogram and the error along λ. */

import { readInitializers } from '../../onnx/initializers.ts';
import { penalised } from '../../recipes/penalty-network.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { errorPlot, histogram, picturesMarkup } from './drawings.ts';
import { methods, penaltyModel, type Shipped } from './state.ts';

export const models = Object.values(methods).map(({ model }) => model);

/** @param trained bytes of model.onnx */
export const weightsIn = (trained: Uint8Array): Float32Array =>
  Float32Array.from(readInitializers(trained)[penalised.name].data);

/** @param read a file of a model, by the model's id and the file's name */
export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const settings = startSettings(penaltyModel);
  const { model } = methods[settings.method];
  const shipped: Shipped = {
    card: JSON.parse(new TextDecoder().decode(await read(model, 'card.json'))),
    weights: weightsIn(await read(model, 'model.onnx')),
  };
  return (
    picturesMarkup('penalty-still', shipped, settings.member) +
    inTwoWidths((width) => plotMarkup(histogram('penalty-still-histogram', shipped, settings), width)) +
    inTwoWidths((width) => plotMarkup(errorPlot('penalty-still-error', shipped, settings), width))
  );
}
