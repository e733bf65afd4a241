/** The figure as it is before any script runs: the network untrained and trained, computed by its graphs. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { keptSessions } from '../kit/kept-sessions.ts';
import { startSettings } from '../kit/settings.ts';
import { measureField, nextMoment } from './compute.ts';
import { plane, planeMarkup } from './markup.ts';
import { model } from './model.ts';
import { percent } from './sentences.ts';
import type { Moment, State } from './state.ts';

export const models = ['spiral-mlp'];

/** In which the live figure begins too. */
export async function firstMoments(): Promise<State> {
  const sessions = keptSessions((graph) => createSession(encodeModel(graph)));
  const runner = sessionRunner(sessions.open);
  let state = model.initial(startSettings(model));
  const { course } = state;
  while (state.moments.length <= state.position)
    state = model.update(state, { kind: 'trained', course, moment: await nextMoment(runner, state) });
  await sessions.close();
  return state;
}

export async function renderFigure(): Promise<string> {
  const { moments, position } = await firstMoments();
  const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
  const draw = async (epochs: number, moment: Moment) => {
    const field = await measureField(runner, moment.parameters);
    const title = epochs === 0 ? 'Before training' : `After ${epochs} epochs`;
    const description =
      `${title} the network gets ${percent(moment.training.accuracy)} of the 240 training points right and ` +
      `${percent(moment.heldOut.accuracy)} of the held-out points. Discs, squares and triangles wind around each other; ` +
      `the areas are the classes that the network answers.`;
    const drawing = planeMarkup(moment, field, null, {
      title,
      description,
      place: { ...plane, id: `training-still-${epochs}` },
    });
    return `<div>${drawing}<p class="still-title">${title}: ${percent(moment.training.accuracy)} right</p></div>`;
  };
  return `<div class="training-stills">${await draw(0, moments[0])}${await draw(position, moments[position])}</div>`;
}
