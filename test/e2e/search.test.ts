import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visit } from './browsing.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the glossary' });
const resultsOf = (page: Page) => dialogOf(page).getByRole('listitem');

/** Types and waits for the first answer. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.keyboard.type(query);
  await resultsOf(page).first().waitFor();
  return resultsOf(page).locator('strong').allTextContents();
}

describe('search', () => {
  it.each([
    { by: 'a click', open: (page: Page) => page.getByRole('button', { name: 'Search' }).click() },
    { by: 'the key /', open: (page: Page) => page.keyboard.press('/') },
    { by: 'Ctrl-K', open: (page: Page) => page.keyboard.press('Control+k') },
    { by: 'Cmd-K', open: (page: Page) => page.keyboard.press('Meta+k') },
  ])('opens by $by, with the cursor in its field, and closes by Escape', async ({ open }) => {
    const page = await visit('');
    expect(await dialogOf(page).isVisible()).toBe(false);
    await open(page);
    await dialogOf(page).waitFor();
    expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'hidden' });
  });

  it.each(['atRoot', 'underBase'] as const)(
    'finds Perceptron as "threshold unit" and opens it (%s)',
    async (site) => {
      const page = await visit('linear-separability/', { site });
      await page.keyboard.press('/');
      expect((await search(page, 'threshold unit'))[0]).toBe('Perceptron');
      expect(await resultsOf(page).first().textContent()).toContain('also called threshold unit');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/perceptron/');
      await page.getByRole('heading', { level: 1, name: 'Perceptron' }).waitFor();
    },
  );

  it('puts a term first that is called exactly what was typed', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    expect((await search(page, 'linear separability'))[0]).toBe('Linear separability');
  });

  it('moves through results by the arrow keys and opens the one chosen', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    const titles = await search(page, 'hyperplane');
    expect(titles.length).toBeGreaterThan(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus strong').textContent()).toBe(titles[1]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: titles[1] }).waitFor();
  });

  it('tells a screen reader how many entries it found, or that it found none', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await search(page, 'perceptron');
    const status = dialogOf(page).getByRole('status');
    expect(await status.textContent()).toMatch(/^\d+ entr(y|ies)/);
    await page.getByRole('searchbox').fill('zzyzx');
    await expect.poll(() => status.textContent()).toBe('Nothing found for “zzyzx”.');
    expect(await resultsOf(page).count()).toBe(0);
  });

  it('leaves "/" to the reader while they type', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await page.keyboard.type('and/or');
    expect(await page.getByRole('searchbox').inputValue()).toBe('and/or');
  });

  it('searches a site under a base path without leaving it', async () => {
    const page = await visit('', { site: 'underBase' });
    await page.keyboard.press('/');
    await search(page, 'perceptron');
    for (const link of await resultsOf(page).getByRole('link').all())
      expect(await link.getAttribute('href')).toMatch(/^\/glossary\//);
  });
});
