/** What axe finds wrong with a page. */

import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One line for every violation, with the first element it concerns. */
export async function violations(page: Page): Promise<string[]> {
  // Colours are measured as they settle, not on their way.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important; }' });
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×, first: ${nodes[0].html.slice(0, 160)})`,
  );
}
