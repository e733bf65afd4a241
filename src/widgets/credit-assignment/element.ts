/** Joins the figure of credit assignment to the page: decides when what is asked of its graphs. */

import type { Graph } from '../../graph/value.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { createPlayer } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { answersAt, nextMoments } from './compute.ts';
import { model } from './model.ts';
import { points, steps } from './network.ts';
import { parts } from './parts.ts';
import { answersOf, isTrained, momentOf, mostSteps, rightCount, type State, stepsShown } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let keyOf: ((graph: Graph) => string) | undefined;
  const figure = runFigure({
    context,
    model,
    leading: 'xor-mlp',
    parts,
    // The frame is drawn once before there is an engine.
    timed: () => keyOf?.(steps.all) ?? '',
    attributes,
  });
  const runner = engineRunner(figure.engine);
  keyOf = runner.keyOf;
  const player = createPlayer({
    ...context,
    intervals: { slow: 250, normal: 60, fast: 0 },
    async step() {
      if (isTrained(figure.state)) figure.dispatch({ kind: 'go to', position: figure.state.position + 1 });
      return figure.state.position < mostSteps;
    },
    onChange: (playing) => figure.dispatch({ kind: 'play', playing }),
  });
  figure.onChange(({ playing }, previous) => {
    if (playing === previous.playing) return;
    if (playing) player.play();
    else player.pause();
  });
  const trained = figure.keep(
    ({ course, position, moments }) => [course, position, moments],
    async (state) => {
      if (isTrained(state)) return;
      const { course } = state;
      figure.dispatch({ kind: 'trained', course, moments: await nextMoments(runner, state) });
    },
  );
  const answered = figure.keep(
    (state) => (isTrained(state) ? [momentOf(state)] : null),
    async (state) => {
      const of = momentOf(state);
      if (of) figure.dispatch({ kind: 'answered', answers: await answersAt(runner, of) });
    },
  );
  await Promise.all([trained, answered]);
}

const attributes = (state: State) =>
  ({
    'data-seed': state.course.seed,
    'data-step': stepsShown(state),
    'data-loss-output': momentOf(state)?.output.loss ?? null,
    'data-loss-all': momentOf(state)?.all.loss ?? null,
    'data-right-output': rightCount(state, 'output', points.target),
    'data-right-all': rightCount(state, 'all', points.target),
    'data-computed': String(isTrained(state) && answersOf(state) !== null),
  }) as const;
