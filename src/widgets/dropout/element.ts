/** Joins the dropout figure's state and view to the three networks. */

import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { answersOf, samplingFeeds, samplingGraph } from './compute.ts';
import { distances, dropoutModel, likeliest, pictureOf } from './model.ts';
import { networkNames, networks, rateOf, type Shipped, type State } from './state.ts';
import { parts } from './view.ts';

const graphName = ({ settings: { network, convention } }: State) =>
  `${networks[network]} ${convention} masks`;

export default async function start(context: WidgetContext): Promise<void> {
  const figure = runFigure({
    context,
    model: dropoutModel,
    leading: networks.half,
    parts,
    timed: (state) => `${graphName(state)}/graph.onnx`,
    attributes,
  });
  const { engine } = figure;
  const each = async <T>(file: string) =>
    Object.fromEntries(
      await Promise.all(networkNames.map(async (name) => [name, await engine.json<T>(networks[name], file)])),
    );
  const added = new Set<string>();
  const prepare = async (state: State): Promise<string> => {
    const name = graphName(state);
    if (added.has(name)) return name;
    const { network, convention } = state.settings;
    const trained = await engine.bytes(networks[network], 'model.onnx');
    engine.add(name, frozenGraph(samplingGraph(rateOf(network), convention), trained));
    added.add(name);
    return name;
  };
  await figure.keep(
    ({ strokes, settings: { network, digit, removed, convention, seed } }) => [
      strokes,
      network,
      digit,
      removed,
      convention,
      seed,
    ],
    async (state) => {
      const name = await prepare(state);
      const numbers = await engine.run(
        name,
        'graph.onnx',
        samplingFeeds(pictureOf(state), state.settings),
        true,
      );
      figure.dispatch({ kind: 'answered', answers: answersOf(numbers) });
    },
  );
  const shipped = {
    cards: await each<ModelCard>('card.json'),
    histories: await each<TrainingHistory>('history.json'),
  };
  figure.dispatch({ kind: 'loaded', shipped: shipped as Shipped });
}

function attributes({ answers, settings }: State) {
  const digit = answers ? likeliest(answers.whole) : null;
  return {
    'data-network': settings.network,
    'data-masks': settings.masks,
    'data-answer': digit,
    'data-probability': answers && digit !== null ? answers.whole[digit] : null,
    'data-distance': answers ? distances(answers).geometric[settings.masks - 1] : null,
  };
}
