/** Joins the figure of the small network to its model: every picture goes through one graph of all layers. */

import { inspectedCifarNet } from '../../recipes/cifar-layers.ts';
import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import type { WidgetContext } from '../kit/host.ts';
import { createPlayer, type Player } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { model } from './model.ts';
import { ranked } from './sentences.ts';
import { answersOf, epochsOf, type State } from './state.ts';
import { parts } from './view.ts';

const id = 'cifar-net';
const graphName = 'cifar-net layers';

export default async function start(context: WidgetContext): Promise<void> {
  let player: Player | undefined;
  const figure = runFigure({
    context,
    model,
    leading: id,
    parts: (dispatch) => parts(dispatch, { play: () => playFrom(), pause: () => player?.pause() }),
    timed: () => `${graphName}/graph.onnx`,
    attributes,
  });
  const { engine } = figure;
  player = createPlayer({
    signal: context.signal,
    watchVisibility: context.watchVisibility,
    fail: context.fail,
    onChange: (playing) => figure.dispatch({ kind: 'play', playing }),
    async step() {
      figure.dispatch({ kind: 'show epoch', epoch: figure.state.epoch + 1 });
      return figure.state.epoch < epochsOf(figure.state) - 1;
    },
  });
  figure.onChange(({ speed }, previous) => {
    if (speed !== previous.speed) player?.setSpeed(speed);
  });
  const playFrom = () => {
    // From the end, playing begins again.
    if (figure.state.epoch === epochsOf(figure.state) - 1) figure.dispatch({ kind: 'show epoch', epoch: 0 });
    player?.play();
  };

  const [card, history, trained] = await Promise.all([
    engine.json<ModelCard>(id, 'card.json'),
    engine.json<TrainingHistory>(id, 'history.json'),
    engine.bytes(id, 'model.onnx'),
  ]);
  engine.add(graphName, frozenGraph(inspectedCifarNet(), trained));
  figure.dispatch({ kind: 'loaded', shipped: { card, history } });
  await figure.keep(
    ({ picture }) => [picture],
    async ({ picture }) => {
      const feeds = { x: { shape: [1, 3, 32, 32], data: picture } };
      const answers = await engine.run(graphName, 'graph.onnx', feeds, true);
      figure.dispatch({ kind: 'answered', picture, answers });
    },
  );
}

function attributes(state: State) {
  const answers = answersOf(state);
  const [first] = answers ? ranked(answers.probability) : [];
  return {
    'data-source': state.source.kind,
    'data-layer': state.layer,
    'data-epoch': state.epoch,
    'data-answer': first?.name ?? null,
    'data-probability': first?.probability ?? null,
    'data-layer-sum': answers?.[state.layer].reduce((sum, value) => sum + value, 0) ?? null,
  };
}
