/** The figure as it is before any script runs: our drawn digit through the network under 256 masks. */

import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import { createSession } from '../../runtime/wasm.ts';
import { barChartMarkup } from '../kit/bar-chart.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { answersOf, samplingFeeds, samplingGraph } from './compute.ts';
import { dropoutModel, pictureOf } from './model.ts';
import { ablationPlot, answerBars, curvePlot, distancePlot } from './plots.ts';
import { networkNames, networks, rateOf, type Shipped } from './state.ts';

export const models = Object.values(networks);

/** @param read a file of a model, by the model's id and the file's name */
export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const json = async (id: string, file: string) => JSON.parse(new TextDecoder().decode(await read(id, file)));
  const each = async <T>(file: string) =>
    Object.fromEntries(
      await Promise.all(networkNames.map(async (name) => [name, await json(networks[name], file)])),
    ) as Readonly<Record<(typeof networkNames)[number], T>>;
  const shipped: Shipped = {
    cards: await each<ModelCard>('card.json'),
    histories: await each<TrainingHistory>('history.json'),
  };
  const state = dropoutModel.initial(startSettings(dropoutModel));
  const { network, convention, masks } = state.settings;
  const trained = await read(networks[network], 'model.onnx');
  const session = await createSession(frozenGraph(samplingGraph(rateOf(network), convention), trained));
  const fed = Object.entries(samplingFeeds(pictureOf(state), state.settings)).map(
    ([name, { shape, data }]) => [name, session.upload(shape, data)],
  );
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(await session.run(Object.fromEntries(fed))))
    numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  const answers = answersOf(numbers);
  return (
    inTwoWidths((width) => plotMarkup(distancePlot('dropout-still-distance', answers, masks), width)) +
    barChartMarkup(answerBars(answers, masks, 'whole')) +
    inTwoWidths((width) => plotMarkup(ablationPlot('dropout-still-ablation', shipped), width)) +
    inTwoWidths((width) => plotMarkup(curvePlot('dropout-still-curve', shipped, 'held-out loss'), width))
  );
}
