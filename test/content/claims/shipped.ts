/** What is shipped of a model, and what its file answers. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Examples } from '../../../src/datasets/dataset.ts';
import {
  type ModelCard,
  modelCard,
  type TrainingHistory,
  trainingHistory,
} from '../../../src/recipes/model-card.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { root } from '../../support/source-files.ts';

const read = (model: string, file: string) => readFileSync(join(root, 'models', model, file));
const json = (model: string, file: string): unknown => JSON.parse(read(model, file).toString());

export const cardOf = (model: string): ModelCard => modelCard.parse(json(model, 'card.json'));
export const historyOf = (model: string): TrainingHistory =>
  trainingHistory.parse(json(model, 'history.json'));
export const entryText = (slug: string): string =>
  readFileSync(join(root, 'content/entries', `${slug}.mdx`), 'utf8');
export const noFiles = { read: () => Promise.reject(new Error('no files here')) };

/** Every output of model.onnx, on WASM. @param shape of one example */
export async function answersOf(
  model: string,
  { count, x }: Examples,
  shape: readonly number[],
): Promise<Record<string, Float32Array>> {
  const session = await createSession(read(model, 'model.onnx'));
  const outputs = await session.run({ x: session.upload([count, ...shape], x) });
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(outputs)) numbers[name] = (await tensor.read()).slice();
  session.dispose();
  return numbers;
}
