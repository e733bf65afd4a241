/** The figure as it is before any script runs: the slice along the training, computed by the same graph. */

import { encodeModel } from '../../onnx/model.ts';
import type { TrainingHistory } from '../../recipes/model-card.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { keptSessions } from '../kit/kept-sessions.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { measureSlice, momentsOf } from './compute.ts';
import { sliceSpec } from './markup.ts';
import { model } from './model.ts';
import { honestNote } from './sentences.ts';
import type { State } from './state.ts';

export const models = ['spiral-mlp'];

export async function firstState(history: TrainingHistory): Promise<State> {
  const sessions = keptSessions((graph) => createSession(encodeModel(graph)));
  const runner = sessionRunner(sessions.open);
  const loaded = model.update(model.initial(startSettings(model)), {
    kind: 'loaded',
    moments: momentsOf(history),
  });
  const slice = await measureSlice(runner, loaded);
  await sessions.close();
  return model.update(loaded, { kind: 'measured', slice });
}

export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const history = JSON.parse(new TextDecoder().decode(await read('spiral-mlp', 'history.json')));
  const state = await firstState(history);
  const description = `Contours of the loss over a plane, and the shadow that training throws on it. ${honestNote(state)}`;
  return inTwoWidths((width) => plotMarkup(sliceSpec(state, `slice-still-${width}`, description), width));
}
