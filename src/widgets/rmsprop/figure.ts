/** The figure as it is before any script runs, on paper and without JavaScript: computed by the same graphs. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { fieldOf, race } from './compute.ts';
import { rmspropFigure } from './model.ts';
import { planeMarkup } from './plane-markup.ts';
import { raceLegend } from './plane-view.ts';
import type { State } from './state.ts';

export const models = ['recall-rnn'];

/** The state with which the live figure begins too, once its answers are there. */
export async function firstState(): Promise<State> {
  const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
  const state = rmspropFigure.initial(startSettings(rmspropFigure));
  const { settings } = state;
  const losses = await fieldOf(runner, settings.turned);
  const courses = await race(runner, settings);
  return { ...state, field: { turned: settings.turned, losses }, courses, computedFor: settings };
}

export async function renderFigure(): Promise<string> {
  const state = await firstState();
  const drawing = inTwoWidths((width) => planeMarkup(state, `saddle-still-${width}`, Math.min(width, 520)));
  return drawing + raceLegend();
}
