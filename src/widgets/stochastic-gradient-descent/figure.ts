/** The figure as it is before any script runs: forty steps on the true landscape, computed by the same graphs. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { measureHere, measureSurface } from './compute.ts';
import { descend } from './descend.ts';
import { landMarkupOf } from './markup.ts';
import { model } from './model.ts';
import { describe } from './sentences.ts';
import type { State } from './state.ts';

export const models = ['line-fit', 'one-neuron'];

/** The state in which the live figure begins too, once its answers are there. */
export async function firstState(): Promise<State> {
  const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
  let state = model.initial(startSettings(model));
  const { course } = state;
  while (state.trail.length < state.position) {
    const steps = await descend(runner, state, state.position - state.trail.length);
    state = model.update(state, { kind: 'descended', course, steps });
  }
  state = model.update(state, { kind: 'surveyed', course, surface: await measureSurface(runner, state) });
  return model.update(state, { kind: 'measured', course, measured: await measureHere(runner, state) });
}

export async function renderFigure(): Promise<string> {
  const state = await firstState();
  const description = `Contours of the loss of a fitted line over its slope and intercept, and a walk down to the floor. ${describe(state)}`;
  return inTwoWidths((width) => landMarkupOf(state, `sgd-still-${width}`, description, width));
}
