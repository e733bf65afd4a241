/** Joins the figure of training to the page: decides when what is asked of its graphs. */

import type { Graph } from '../../graph/value.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { judgeUntrained, measureField, nextMoment } from './compute.ts';
import { model } from './model.ts';
import { stepOf } from './network.ts';
import { parts } from './parts.ts';
import { epochsShown, hasEnded, isTrained, momentOf, type State, untrainedMean } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let keyOf: ((graph: Graph) => string) | undefined;
  const figure = runFigure({
    context,
    model,
    leading: 'spiral-mlp',
    parts,
    // The frame is drawn once before there is an engine.
    timed: ({ course }) => keyOf?.(stepOf(course.batchSize, course.unit)) ?? '',
    attributes,
  });
  const runner = engineRunner(figure.engine);
  keyOf = runner.keyOf;

  const trained = figure.keep(
    ({ course, position, moments }) => [course, position, moments],
    async (state) => {
      if (isTrained(state)) return;
      figure.dispatch({ kind: 'trained', course: state.course, moment: await nextMoment(runner, state) });
    },
  );
  const drawn = figure.keep(
    (state) => (isTrained(state) && !hasEnded(state) ? [momentOf(state)] : null),
    async (state) => {
      const of = momentOf(state)?.parameters;
      if (!of) return;
      figure.dispatch({ kind: 'measured field', of, probabilities: await measureField(runner, of) });
    },
  );
  figure.onChange((state, previous) => {
    if (state.playing && !previous.playing) void play().catch(context.fail);
  });
  await Promise.all([trained, drawn]);
  figure.dispatch({ kind: 'judged untrained', untrained: await judgeUntrained(runner) });

  async function play(): Promise<void> {
    while (figure.state.playing && !context.signal.aborted) {
      if (figure.visible && isTrained(figure.state))
        figure.dispatch({ kind: 'go to', position: epochsShown(figure.state) + 1 });
      await new Promise((resolve) => {
        setTimeout(resolve, 1000 / figure.state.pace);
      });
    }
  }
}

const attributes = (state: State) => {
  const moment = momentOf(state);
  return {
    'data-epoch': epochsShown(state),
    'data-loss': moment?.training.loss ?? null,
    'data-accuracy': moment?.training.accuracy ?? null,
    'data-held-out': moment?.heldOut.accuracy ?? null,
    'data-untrained': untrainedMean(state)?.accuracy ?? null,
    'data-ended': String(hasEnded(state)),
    'data-computed': String(isTrained(state) && state.field?.of === moment?.parameters),
  } as const;
};
