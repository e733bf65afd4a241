/** Joins the dropout figure's state and view to the three networks. */

import type { Graph } from '../../graph/value.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import type { WidgetContext } from '../kit/host.ts';
import { createPlayer, type Player } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { ablationFeeds, ablationGraph, ablationOf } from './ablation.ts';
import { answersOf, likeliest, masksFeeds, masksGraph } from './masks.ts';
import { dropoutModel, pictureOf, walked } from './model.ts';
import { leading, loadShipped } from './shipped.ts';
import {
  type Ablation,
  isCurrent,
  type NetworkName,
  networkNames,
  networks,
  type Settings,
  type State,
} from './state.ts';
import { parts } from './view.ts';

const graphName = ({ network, convention, rate }: Settings) =>
  `${networks[network]}, masks at ${rate}, ${convention}`;

export default async function start(context: WidgetContext): Promise<void> {
  let player: Player | undefined;
  const figure = runFigure({
    context,
    model: dropoutModel,
    leading,
    parts: (dispatch) =>
      parts(dispatch, {
        play() {
          dispatch({ kind: 'play', playing: true });
          player?.play();
        },
        pause: () => player?.pause(),
        setSpeed: (speed) => player?.setSpeed(speed),
      }),
    timed: ({ settings }) => `${graphName(settings)}/graph.onnx`,
    attributes,
  });
  const { engine } = figure;
  player = createPlayer({
    signal: context.signal,
    watchVisibility: context.watchVisibility,
    fail: context.fail,
    onChange: (playing) => figure.dispatch({ kind: 'play', playing }),
    async step() {
      const { playing } = walked(figure.state);
      figure.dispatch({ kind: 'walk' });
      return playing;
    },
  });
  figure.onChange((state) => {
    // Whoever goes to a mask by hand has stopped the walk.
    if (!state.playing && player?.playing) player.pause();
  });

  const added = new Set<string>();
  /** Gives the engine a graph with a network's parameters frozen into it. */
  async function prepared(name: string, network: NetworkName, graph: () => Graph): Promise<string> {
    if (!added.has(name)) {
      engine.add(name, frozenGraph(graph(), await engine.bytes(networks[network], 'model.onnx')));
      added.add(name);
    }
    return name;
  }

  figure.dispatch({ kind: 'loaded', shipped: await loadShipped(engine.json) });
  await figure.keep(
    ({ settings, strokes }) => [settings, strokes],
    async (state) => {
      const { settings, strokes } = state;
      const picture = pictureOf(state);
      if (!picture) return;
      const { network, rate, convention } = settings;
      const name = await prepared(graphName(settings), network, () => masksGraph(rate, convention));
      const numbers = await engine.run(name, 'graph.onnx', masksFeeds(picture, settings), true);
      figure.dispatch({ kind: 'answered', answers: answersOf({ settings, strokes }, numbers) });
    },
  );
  // Three networks and 500 pictures each: nothing waits for them.
  void figure
    .keep(
      ({ shipped }) => shipped && [shipped],
      async ({ shipped }) => {
        if (!shipped) return;
        const ablations: [NetworkName, Ablation][] = [];
        for (const network of networkNames) {
          const name = await prepared(`${networks[network]} without units`, network, ablationGraph);
          const numbers = await engine.run(name, 'graph.onnx', ablationFeeds(shipped.pictures), true);
          ablations.push([network, ablationOf(numbers)]);
        }
        figure.dispatch({
          kind: 'ablated',
          ablations: Object.fromEntries(ablations) as Record<NetworkName, Ablation>,
          on: engine.facts.provider,
        });
      },
    )
    .catch(context.fail);
}

function attributes(state: State) {
  const { answers, settings, masks, ablatedOn } = state;
  const current = isCurrent(state) ? answers : null;
  const digit = current && likeliest(current.whole);
  return {
    'data-network': settings.network,
    'data-masks': masks,
    'data-seed': settings.seed,
    'data-removed': settings.removed,
    'data-current': current ? 'yes' : null,
    'data-answer': digit,
    'data-probability': current && digit !== null ? current.whole[digit] : null,
    'data-mean': current && digit !== null ? current.means[masks - 1][digit] : null,
    'data-distance': current ? current.distances.geometric[masks - 1] : null,
    'data-ablated': ablatedOn,
  };
}
