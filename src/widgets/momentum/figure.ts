/** The figure as it is before any script runs, on paper and without JavaScript: computed by the same graphs. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { legendMarkup } from '../kit/legend.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { fieldOf, race } from './compute.ts';
import { momentumFigure } from './model.ts';
import { planeMarkup, racerNumbers } from './plane-markup.ts';
import { racerNames } from './programs.ts';
import { racerTitles } from './sentences.ts';
import type { State } from './state.ts';

export const models = ['ravine'];

/** The state with which the live figure begins too, once its answers are there. */
export async function firstState(): Promise<State> {
  const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
  const state = momentumFigure.initial(startSettings(momentumFigure));
  const { settings } = state;
  const losses = await fieldOf(runner, settings.condition);
  const courses = await race(runner, settings);
  return { ...state, field: { condition: settings.condition, losses }, courses, computedFor: settings };
}

export async function renderFigure(): Promise<string> {
  const state = await firstState();
  const legend = legendMarkup(
    racerNames.map((racer) => ({ name: racerTitles[racer], number: racerNumbers[racer] })),
  );
  return inTwoWidths((width) => planeMarkup(state, `momentum-still-${width}`, Math.min(width, 520))) + legend;
}
