/** The page's own thread stays free: whatever a figure computes is computed in a worker. */

import { expect, it } from 'vitest';
import { choose, numberOf, openFigure, press } from './widget.ts';

it('a figure that loads, starts and learns runs no WebAssembly in the page, and one worker runs it all', async () => {
  const { page, widget, root } = await openFigure('perceptron/', {
    prepare: (one) =>
      one.addInitScript(() => {
        const calls: string[] = [];
        Object.assign(globalThis, { calls });
        for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming'] as const) {
          const original = WebAssembly[name] as (...given: unknown[]) => Promise<never>;
          Object.assign(WebAssembly, {
            [name]: (...given: unknown[]) => {
              calls.push(name);
              return original(...given);
            },
          });
        }
      }),
  });
  await choose(widget, 'Delta rule');
  await press(widget, 'Run');
  await expect.poll(() => numberOf(root, 'data-step')).toBeGreaterThan(40);

  expect(await page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls)).toEqual([]);
  expect(page.workers()).toHaveLength(1);
  const fetched = () => performance.getEntriesByType('resource').map(({ name }) => name);
  const ofRuntime = (addresses: string[]) => addresses.filter((one) => /\/runtime\/.+\.wasm$/.test(one));
  expect(ofRuntime(await page.workers()[0].evaluate(fetched))).toHaveLength(1);
  expect(ofRuntime(await page.evaluate(fetched))).toEqual([]);
});
