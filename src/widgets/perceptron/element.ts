/** Joins the perceptron figure's model, parts and trained models: decides when what is asked of them. */

import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { measure } from './compute.ts';
import { rightCount } from './course.ts';
import { bestOf, boundOf, courseOf } from './derived.ts';
import { drive } from './drive.ts';
import { perceptronModel } from './model.ts';
import { perceptronParts } from './parts.ts';
import { addGraphs } from './rule-graphs.ts';
import { loadShipped } from './shipped.ts';
import { rivalOf, rules, type State, unitOf } from './state.ts';

/** Cells along a side of the field: at rest, and while it changes many times a second. */
const cells = { resting: 48, moving: 32 };

export default async function start(context: WidgetContext): Promise<void> {
  const figure = runFigure({
    context,
    model: perceptronModel,
    leading: rules.perceptron.model,
    parts: perceptronParts,
    timed: ({ view, rule }) => `${view === 'hidden' ? 'xor-mlp' : rules[rule].model}/forward.onnx`,
    attributes,
  });
  addGraphs(figure.engine);
  const cellsFor = ({ motion }: State): number => {
    const largest = context.grid ?? cells.resting;
    return motion === 'resting' ? largest : Math.min(largest, cells.moving);
  };

  figure.dispatch({ kind: 'loaded', shipped: await loadShipped(figure.engine.json) });
  await figure.keep(
    (state) => [
      state.points,
      state.rule,
      unitOf(state),
      // Only there does the delta rule take its steps beside the perceptron rule.
      state.view === 'rules' ? rivalOf(state) : null,
      state.view,
      state.networkMoment,
      cellsFor(state),
    ],
    async (state) => {
      const measured = await measure(figure.engine, state, cellsFor(state), state.motion === 'resting');
      if (figure.state.view === state.view) figure.dispatch({ kind: 'measured', measured });
    },
  );
  drive(context, figure);
}

/** For styles and tests. */
function attributes(state: State) {
  const course = courseOf(state);
  return {
    'data-view': state.view,
    'data-preset': state.preset,
    'data-rule': state.rule,
    'data-step': state.position,
    'data-mistakes': course.mistakes,
    'data-points': state.points.length,
    'data-right': state.measured ? rightCount(state) : null,
    'data-best': bestOf(state.points),
    'data-bound': boundOf(state.points)?.mostMistakes ?? null,
    'data-ending': course.ending?.kind ?? null,
    'data-motion': state.motion,
    'data-loss': state.view === 'hidden' ? (state.shipped.network[state.networkMoment]?.loss ?? null) : null,
    'data-streamed': state.stream.seen,
    'data-stream-mistakes': state.stream.mistakes,
  };
}
