/** Joins the figure of a support vector machine to the page: solves and runs it whenever the reader asks for another. */

import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { machineOf } from './compute.ts';
import { model } from './model.ts';
import { parts } from './parts.ts';
import { counts, type State } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let key = '';
  const figure = runFigure({
    context,
    model,
    leading: 'kernel-svm',
    parts,
    timed: () => key,
    attributes,
  });
  const runner = engineRunner(figure.engine);
  await figure.keep(
    ({ set, kernel, cost }) => [set, kernel, cost],
    async (state) => {
      const machine = await machineOf(
        {
          ...runner,
          run(graph, feeds) {
            key = runner.keyOf(graph);
            return runner.run(graph, feeds);
          },
        },
        state,
      );
      const { set, kernel, cost } = figure.state;
      if (set === state.set && kernel === state.kernel && cost === state.cost)
        figure.dispatch({ kind: 'solved', machine });
    },
  );
}

const attributes = (state: State) => {
  const { machine } = state;
  const { support, violating } = counts(state);
  return {
    'data-kernel': state.kernel,
    'data-support': machine && support,
    'data-violating': machine && violating,
    'data-right': machine?.rightOfTraining ?? null,
    'data-held-out-right': machine?.rightOfHeldOut ?? null,
  } as const;
};
