/** Retrains one model and tells the hashes of its files. The page ends the worker when it has them, or before. */

import { encodeModel } from '../../onnx/model.ts';
import type { AnyRecipe } from '../../recipes/solved-recipe.ts';
import { loadRuntime } from '../../runtime/web-ort.ts';
import type { Order, Report } from './messages.ts';
import { retrain } from './retrain.ts';

const recipes = import.meta.glob<{ readonly default?: AnyRecipe }>('../../recipes/*.ts');
/** Milliseconds between two reports: no screen shows more. */
const apart = 50;

const report = (message: Report): void => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  try {
    await carryOut(data);
  } catch (error) {
    report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});

async function carryOut({ id, runtime: base }: Order): Promise<void> {
  const recipe = (await recipes[`../../recipes/${id}.ts`]?.())?.default;
  if (!recipe) throw new Error(`there is no recipe "${id}"`);
  const runtime = await loadRuntime('wasm', base, (progress) => report({ kind: 'loading', ...progress }));
  let latest = 0;
  const { hashes, steps } = await retrain(
    recipe,
    (graph) => runtime.createSession(encodeModel(graph), []),
    ({ step, most, loss }) => {
      const now = performance.now();
      if (now - latest < apart) return;
      latest = now;
      report({ kind: 'training', step, most, loss });
    },
  );
  report({ kind: 'done', hashes, steps });
}
