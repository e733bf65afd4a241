/** The table of queries, asked of the built site: names and text through the dialog, as readers ask. */

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nameQueries, textQueries } from '../support/search-queries.ts';
import { visit } from './browsing.ts';

/** The entry that the first result leads to. */
const first = (page: Page) =>
  page
    .locator('.search-result')
    .first()
    .getAttribute('href', { timeout: 20_000 })
    .then((href) => href?.replaceAll('/', ''));

async function ask(page: Page, query: string): Promise<string | undefined> {
  const field = page.getByRole('searchbox');
  await field.fill('');
  await expect.poll(() => page.locator('.search-result').count()).toBe(0);
  await field.fill(query);
  return first(page);
}

describe.each(Object.entries({ ...nameQueries, 'words of the text': textQueries }))(
  'in the browser, of %s',
  (_, queries) => {
    it('each query has the expected entry first', async () => {
      const page = await visit('');
      await page.keyboard.press('/');
      const found: Record<string, string | undefined> = {};
      for (const query of Object.keys(queries)) found[query] = await ask(page, query);
      expect(found).toEqual(queries);
    });
  },
);
