/** Starts the figure of the three trainings. It runs no model: it shows what was recorded when they were trained. */

import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import type { WidgetContext } from '../kit/host.ts';
import { createPlayer, type Player } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { type Histories, runNames, runs } from './curves.ts';
import { curvesOf, lastEpoch, model } from './model.ts';
import { parts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let player: Player | undefined;
  const figure = runFigure({
    context,
    model,
    parts: (dispatch) =>
      parts(dispatch, {
        play: () => {
          // From the end, playing begins again.
          if (figure.state.epoch === lastEpoch) dispatch({ kind: 'show epoch', epoch: 0 });
          player?.play();
        },
        pause: () => player?.pause(),
      }),
    attributes: (state) => {
      const [first, second] = curvesOf(state);
      return {
        'data-compare': state.comparison,
        'data-measure': state.measure,
        'data-epoch': state.epoch,
        'data-first': first?.reached ?? null,
        'data-second': second?.reached ?? null,
      };
    },
  });
  player = createPlayer({
    signal: context.signal,
    watchVisibility: context.watchVisibility,
    fail: context.fail,
    onChange: (playing) => figure.dispatch({ kind: 'play', playing }),
    async step() {
      figure.dispatch({ kind: 'show epoch', epoch: figure.state.epoch + 1 });
      return figure.state.epoch < lastEpoch;
    },
  });
  const json = figure.engine.json;
  const card = await json<ModelCard>(runs.relu.model, 'card.json');
  const all = await Promise.all(
    runNames.map(
      async (name) => [name, await json<TrainingHistory>(runs[name].model, 'history.json')] as const,
    ),
  );
  figure.dispatch({ kind: 'loaded', histories: Object.fromEntries(all) as Histories, card });
}
