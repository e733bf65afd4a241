/** The figure as it is before any script runs: a test digit under the first masks, and the networks without units. */

import type { Graph } from '../../graph/value.ts';
import { createSession } from '../../runtime/wasm.ts';
import type { Feeds, Numbers } from '../kit/engine.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { builtWidths, inTwoWidths } from '../kit/width.ts';
import { ablationFeeds, ablationGraph, ablationOf } from './ablation.ts';
import { answersMarkup, unitsMarkup } from './markup.ts';
import { answersOf, masksFeeds, masksGraph } from './masks.ts';
import { dropoutModel, pictureOf } from './model.ts';
import { ablationPlot, curvePlot, distancePlot, seriesOf } from './plots.ts';
import { describe, networkTitles } from './sentences.ts';
import { loadShipped } from './shipped.ts';
import {
  type Ablation,
  type Answers,
  type NetworkName,
  networkNames,
  networks,
  type State,
} from './state.ts';

export const models = Object.values(networks);

type Read = (id: string, file: string) => Promise<Uint8Array>;

/** The state with which the live figure begins too, once its answers are there. */
export async function firstState(read: Read): Promise<State & { readonly answers: Answers }> {
  const shipped = await loadShipped(async (id, file) =>
    JSON.parse(new TextDecoder().decode(await read(id, file))),
  );
  const state: State = { ...dropoutModel.initial(startSettings(dropoutModel)), shipped };
  const { settings, strokes } = state;
  const ask = async (network: NetworkName, graph: Graph, feeds: Feeds) =>
    runOnce(frozenGraph(graph, await read(networks[network], 'model.onnx')), feeds);
  const numbers = await ask(
    settings.network,
    masksGraph(settings.rate, settings.convention),
    masksFeeds(pictureOf(state) as Float32Array, settings),
  );
  const ablations: [NetworkName, Ablation][] = [];
  for (const name of networkNames)
    ablations.push([name, ablationOf(await ask(name, ablationGraph(), ablationFeeds(shipped.pictures)))]);
  return {
    ...state,
    answers: answersOf({ settings, strokes }, numbers),
    ablations: Object.fromEntries(ablations) as Record<NetworkName, Ablation>,
  };
}

/** The picture that stands for the figure where it is shown small. */
export const renderCover = async (read: Read): Promise<string> =>
  plotMarkup(ablationPlot('dropout-cover', await firstState(read), 'strongest'), builtWidths.wide);

/** @param read a file of a model, by the model's id and the file's name */
export async function renderFigure(read: Read): Promise<string> {
  const state = await firstState(read);
  const { answers, shipped } = state;
  const legend = legendMarkup(
    networkNames.map((name) => ({ name: networkTitles[name], number: seriesOf[name] })),
  );
  return (
    unitsMarkup('dropout-still', state, pictureOf(state) as Float32Array, answers) +
    answersMarkup(state, answers) +
    `<p>${describe(state)}</p>` +
    inTwoWidths((width) => plotMarkup(distancePlot('dropout-still-distance', state), width)) +
    inTwoWidths((width) => plotMarkup(ablationPlot('dropout-still-strongest', state, 'strongest'), width)) +
    inTwoWidths((width) => plotMarkup(ablationPlot('dropout-still-lots', state, 'lots'), width)) +
    inTwoWidths((width) => plotMarkup(curvePlot('dropout-still-curve', shipped, 'held-out loss'), width)) +
    `<div class="drawn-narrow">${legend}</div>`
  );
}

async function runOnce(bytes: Uint8Array, feeds: Feeds): Promise<Numbers> {
  const session = await createSession(bytes);
  const fed = Object.entries(feeds).map(([name, { shape, data }]) => [name, session.upload(shape, data)]);
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(await session.run(Object.fromEntries(fed))))
    numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return numbers;
}
