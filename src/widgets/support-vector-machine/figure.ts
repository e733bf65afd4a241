/** The figure as it is before any script runs: the shipped machine, solved for and run by the same graph. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import { sessionRunner } from '../kit/graph-runner.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { machineOf } from './compute.ts';
import { classes, signs, svmSpec } from './markup.ts';
import { model } from './model.ts';
import { describe } from './sentences.ts';
import type { State } from './state.ts';

export const models = ['kernel-svm'];

export async function firstState(): Promise<State> {
  const state = model.initial(startSettings(model));
  const runner = sessionRunner((graph) => createSession(encodeModel(graph)));
  return model.update(state, { kind: 'solved', machine: await machineOf(runner, state) });
}

export async function renderFigure(): Promise<string> {
  const state = await firstState();
  const drawn = inTwoWidths((width) =>
    plotMarkup(svmSpec(state, `svm-still-${width}`, describe(state)), width),
  );
  const legend = legendMarkup(classes.map(({ name, number }) => ({ name, number, as: 'points' })));
  return `<div class="svm">${drawn}</div><div class="svm-legend">${legend}${signs}</div>`;
}
