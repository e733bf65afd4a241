/** Joins the figure of a slice to the page: decides when what is asked of its graph. */

import type { TrainingHistory } from '../../recipes/model-card.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { walkingFigure } from '../kit/walking-figure.ts';
import { measureSlice, momentsOf, sliceGraph } from './compute.ts';
import { model } from './model.ts';
import { parts } from './parts.ts';
import { farthestOut } from './sentences.ts';
import { momentOf, type State } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let key = '';
  const figure = walkingFigure({
    context,
    model,
    leading: 'spiral-mlp',
    parts,
    played: (playing) => ({ kind: 'play', playing }) as const,
    walk: (state) => ({ kind: 'show moment', moment: momentOf(state) + 1 }) as const,
    intervals: { slow: 1500, normal: 400, fast: 100 },
    timed: () => key,
    attributes,
  });
  const runner = engineRunner(figure.engine);
  key = runner.keyOf(sliceGraph);
  const history = await figure.engine.json<TrainingHistory>('spiral-mlp', 'history.json');
  figure.dispatch({ kind: 'loaded', moments: momentsOf(history) });
  await figure.keep(
    ({ plane, seed, span, moments }) => [plane, seed, span, moments],
    async (state) => figure.dispatch({ kind: 'measured', slice: await measureSlice(runner, state) }),
  );
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
