/** The shipped networks as the figure asks them, for tests. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/value.ts';
import { readInitializers } from '../../../src/onnx/initializers.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { answersOf, masksFeeds, masksGraph } from '../../../src/widgets/dropout/masks.ts';
import { dropoutModel, pictureOf } from '../../../src/widgets/dropout/model.ts';
import { loadShipped } from '../../../src/widgets/dropout/shipped.ts';
import {
  type Answers,
  type NetworkName,
  networks,
  type Settings,
  type State,
} from '../../../src/widgets/dropout/state.ts';
import type { Feeds, Numbers } from '../../../src/widgets/kit/engine.ts';
import { frozenGraph } from '../../../src/widgets/kit/frozen-graph.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';

const models = join(import.meta.dirname, '../../../models');
export const read = (id: string, file: string): Promise<Uint8Array> => readFile(join(models, id, file));

export const shipped = await loadShipped(async (id, file) =>
  JSON.parse((await readFile(join(models, id, file))).toString()),
);
export const start: State = { ...dropoutModel.initial(startSettings(dropoutModel)), shipped };

/** A network's numbers by parameter, as in "hidden.weights". */
export const parametersOf = (network: NetworkName) =>
  readInitializers(readFileSync(join(models, networks[network], 'model.onnx')));

export async function run(network: NetworkName, graph: Graph, feeds: Feeds): Promise<Numbers> {
  const trained = readFileSync(join(models, networks[network], 'model.onnx'));
  const session = await createSession(frozenGraph(graph, trained));
  const fed = Object.entries(feeds).map(([name, { shape, data }]) => [name, session.upload(shape, data)]);
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(await session.run(Object.fromEntries(fed))))
    numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return numbers;
}

/** The state after the networks have answered. */
export async function answered(
  change: Partial<Settings> = {},
): Promise<State & { readonly answers: Answers }> {
  const state = dropoutModel.update(start, { kind: 'set', change });
  const { settings, strokes } = state;
  const { network, rate, convention } = settings;
  const picture = pictureOf(state) as Float32Array;
  const numbers = await run(network, masksGraph(rate, convention), masksFeeds(picture, settings));
  return { ...state, answers: answersOf({ settings, strokes }, numbers) };
}
