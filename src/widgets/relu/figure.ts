/** The figure as it is before any script runs: gradient norms of the four networks, and the functions, computed by both. */

import { encodeModel } from '../../onnx/model.ts';
import { createSession } from '../../runtime/wasm.ts';
import type { Feeds, Numbers } from '../kit/engine.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { startSettings, writeSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { activations, networkNames, networks, usual } from './activations.ts';
import { curvesOf, gridX, initialParameters, reportOf, stepBatch } from './compute.ts';
import { functionsGraph } from './graphs.ts';
import { reluModel } from './model.ts';
import { functionPlot, normPlot, seriesOf } from './plots.ts';
import { type Frame, fields, type ReluSettings } from './state.ts';

export const models = networkNames.map((name) => networks[name].model);
export { reluModel as schema };

/**
 * The length of each layer's gradient before training, and the functions.
 * @param read a file of a model, by the model's id and the file's name
 * @param settings may name the network whose units the running figure shows; the drawing shows all networks
 * @throws Error if settings ask for what only the running figure can show
 */
export async function renderFigure(
  read: (id: string, file: string) => Promise<Uint8Array>,
  settings: ReluSettings = startSettings(reluModel),
): Promise<string> {
  const others = { ...settings, network: fields.network.start };
  if (writeSettings(reluModel, others) !== '')
    throw new Error('the drawing without script shows the start of training; only "network" may be set');
  const reports = [];
  for (const name of networkNames) {
    const feeds = { ...stepBatch(0.1), ...initialParameters(name, 'own', 1) };
    reports.push([name, reportOf(await runOnce(await read(networks[name].model, 'step.onnx'), feeds))]);
  }
  const frame = Object.fromEntries(reports) as Frame;
  const count = gridX.length + 1;
  const x = { shape: [count], data: Float32Array.of(...gridX, 1) };
  const curves = curvesOf(await runOnce(encodeModel(functionsGraph(count, usual)), { x }));
  const legend = legendMarkup(
    networkNames.map((name) => ({ name: activations[name].name, number: seriesOf[name] })),
  );
  const functionLegend = legendMarkup([{ name: activations.softplus.name, number: seriesOf.softplus }]);
  return (
    inTwoWidths((width) => plotMarkup(normPlot('relu-still-norms', frame, 0), width)) +
    inTwoWidths((width) => plotMarkup(functionPlot('relu-still-values', 'values', curves, 1), width)) +
    inTwoWidths((width) => plotMarkup(functionPlot('relu-still-slopes', 'slopes', curves, 1), width)) +
    `<div class="drawn-narrow">${legend}${functionLegend}</div>`
  );
}

async function runOnce(bytes: Uint8Array, feeds: Feeds): Promise<Numbers> {
  const session = await createSession(bytes);
  const uploaded = Object.entries(feeds).map(([name, { shape, data }]) => [
    name,
    session.upload(shape, data),
  ]);
  const outputs = Object.entries(await session.run(Object.fromEntries(uploaded)));
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of outputs) numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return numbers;
}
