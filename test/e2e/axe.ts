/** What axe finds wrong with a page. */

import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

/** One line for every violation, with the first element it concerns. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    // Colours are measured as they settle, not on their way.
    await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important; }' });
    await page.addScriptTag({ path: axe });
  }
  const found = await page.evaluate(() =>
    // Else most of the time goes into the description of what is right.
    (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×, first: ${nodes[0].html.slice(0, 160)})`,
  );
}

/** In light colours, then in dark ones. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)).map((fault) => `in ${colorScheme} colours: ${fault}`));
  }
  return found;
}
