/** Joins the figure of stochastic gradient descent to the page: decides when what is asked of its graphs. */

import type { Graph } from '../../graph/value.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { measureHere, measureSurface } from './compute.ts';
import { descend } from './descend.ts';
import { stepOf } from './graphs.ts';
import { model } from './model.ts';
import { parts } from './parts.ts';
import { problemOf } from './problems.ts';
import { hasEnded, limitsOf, placeOf, type State, stepsShown } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let keyOf: ((graph: Graph) => string) | undefined;
  const figure = runFigure({
    context,
    model,
    leading: 'line-fit',
    parts,
    // The frame is drawn once before there is an engine.
    timed: ({ course }) =>
      keyOf?.(stepOf(problemOf(course.problem), course.batchSize, course.reduction)) ?? '',
    attributes,
  });
  const runner = engineRunner(figure.engine);
  keyOf = runner.keyOf;

  const walk = figure.keep(
    ({ course, position, trail }) => [course, position, trail],
    async (state) => {
      const missing = state.position - state.trail.length;
      if (missing <= 0 || hasEnded(state)) return;
      const steps = await descend(runner, state, missing);
      figure.dispatch({ kind: 'descended', course: state.course, steps });
    },
  );
  const survey = figure.keep(
    ({ course }) => [course.problem, course.reduction, course.start],
    async (state) => {
      const surface = await measureSurface(runner, state);
      figure.dispatch({ kind: 'surveyed', course: state.course, surface });
    },
  );
  const look = figure.keep(
    (state) => (isComputed(state) ? [state.course, placeOf(state)] : null),
    async (state) => {
      const measured = await measureHere(runner, state);
      figure.dispatch({ kind: 'measured', course: state.course, measured });
    },
  );
  figure.onChange((state, previous) => {
    if (state.playing && !previous.playing) void play().catch(context.fail);
  });
  await Promise.all([walk, survey, look]);

  async function play(): Promise<void> {
    while (figure.state.playing && !context.signal.aborted) {
      if (figure.visible && isComputed(figure.state))
        figure.dispatch({ kind: 'go to', position: stepsShown(figure.state) + 1 });
      await new Promise((resolve) => {
        setTimeout(resolve, 1000 / figure.state.pace);
      });
    }
  }
}

/** Whether the walk has been computed as far as it is asked for, or as far as it goes. */
const isComputed = (state: State): boolean => state.trail.length >= state.position || hasEnded(state);

const attributes = (state: State) => {
  const { measured } = state;
  const [slope, intercept] = placeOf(state);
  return {
    'data-step': stepsShown(state),
    'data-slope': slope,
    'data-intercept': intercept,
    'data-loss': measured?.here.loss ?? null,
    'data-spread': measured?.cloud.spread ?? null,
    'data-stable': measured ? limitsOf(state, measured).stable : null,
    'data-ended': String(hasEnded(state)),
    'data-computed': String(isComputed(state) && state.surface !== null && measured?.at === placeOf(state)),
  } as const;
};
