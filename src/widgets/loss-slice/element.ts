/** Joins the figure of a slice to the page: decides when what is asked of its graph. */

import type { TrainingHistory } from '../../recipes/model-card.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { measureSlice, momentsOf, sliceGraph } from './compute.ts';
import { model } from './model.ts';
import { parts } from './parts.ts';
import { farthestOut } from './sentences.ts';
import { momentOf, type State } from './state.ts';

/** Milliseconds from one recorded moment to the next. */
const interval = 400;

export default async function start(context: WidgetContext): Promise<void> {
  let key = '';
  const figure = runFigure({
    context,
    model,
    leading: 'spiral-mlp',
    parts,
    timed: () => key,
    attributes,
  });
  const runner = engineRunner(figure.engine);
  key = runner.keyOf(sliceGraph);
  const history = await figure.engine.json<TrainingHistory>('spiral-mlp', 'history.json');
  figure.dispatch({ kind: 'loaded', moments: momentsOf(history) });
  figure.onChange((state, previous) => {
    if (state.playing && !previous.playing) void play().catch(context.fail);
  });
  await figure.keep(
    ({ plane, seed, span, moments }) => [plane, seed, span, moments],
    async (state) => figure.dispatch({ kind: 'measured', slice: await measureSlice(runner, state) }),
  );

  async function play(): Promise<void> {
    while (figure.state.playing && !context.signal.aborted) {
      await new Promise((resolve) => {
        setTimeout(resolve, interval);
      });
      if (figure.visible && figure.state.playing)
        figure.dispatch({ kind: 'show moment', moment: momentOf(figure.state) + 1 });
    }
  }
}

const attributes = (state: State) => {
  const { slice, moments } = state;
  const shown = momentOf(state);
  return {
    'data-plane': state.plane,
    'data-step': moments[shown]?.step ?? null,
    'data-loss': moments[shown]?.loss ?? null,
    'data-shadow': slice?.shadowLosses[shown] ?? null,
    'data-share': farthestOut(state)?.share ?? null,
  } as const;
};
