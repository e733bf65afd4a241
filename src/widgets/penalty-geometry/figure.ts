/** The figure as it is before any script runs: L1's diamond, its corner and the loss, computed by the same graphs. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { legendMarkup } from '../kit/legend.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { fieldOf, pathOf } from './compute.ts';
import { geometryFigure } from './model.ts';
import { legendOf, planeMarkup } from './plane-markup.ts';
import type { State } from './state.ts';

export const models = ['digits-l2'];

/** The state with which the live figure begins too, once its answers are there. */
export async function firstState(): Promise<State> {
  const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
  const state = geometryFigure.initial(startSettings(geometryFigure));
  const { settings } = state;
  return {
    ...state,
    field: { data: settings.data, losses: await fieldOf(runner, settings.data) },
    path: { settings, solutions: await pathOf(runner, settings) },
  };
}

export async function renderFigure(): Promise<string> {
  const state = await firstState();
  return (
    inTwoWidths((width) => planeMarkup(state, `geometry-still-${width}`, Math.min(width, 520))) +
    legendMarkup(legendOf(state))
  );
}
