/** The figure as it is before any script runs: both learners trained by the same graphs. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { keptSessions } from '../kit/kept-sessions.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { answersAt, nextMoments } from './compute.ts';
import { model } from './model.ts';
import { learnerNames, learners } from './network.ts';
import { lossPlot } from './plot.ts';
import { type CreditSettings, isTrained, momentOf, type State } from './state.ts';

export const models = ['xor-mlp'];
export { model as schema } from './model.ts';

/** The state in which the live figure begins too. */
export async function trainedState(settings: CreditSettings = startSettings(model)): Promise<State> {
  const sessions = keptSessions((graph) => createSession(encodeModel(graph)));
  const runner = sessionRunner(sessions.open);
  let state = model.initial(settings);
  const { course } = state;
  while (!isTrained(state))
    state = model.update(state, { kind: 'trained', course, moments: await nextMoments(runner, state) });
  const of = momentOf(state);
  if (of) state = model.update(state, { kind: 'answered', answers: await answersAt(runner, of) });
  await sessions.close();
  return state;
}

/** @param settings in place of the usual start */
export async function renderFigure(_read: unknown = null, settings?: CreditSettings): Promise<string> {
  const state = await trainedState(settings);
  const legend = legendMarkup(
    learnerNames.map((name) => ({ name: learners[name].title, number: learners[name].number })),
  );
  return (
    inTwoWidths((width) => plotMarkup(lossPlot('credit-assignment-still', state), width)) +
    `<div class="drawn-narrow">${legend}</div><p>${model.describe(state)}</p>`
  );
}
