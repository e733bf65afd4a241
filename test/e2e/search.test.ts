import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visit } from './browsing.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search the glossary' });
const resultsOf = (page: Page) => dialogOf(page).locator('.search-results').getByRole('listitem');
const titlesOf = (page: Page) => resultsOf(page).locator('strong').allTextContents();
const statusOf = (page: Page) => dialogOf(page).getByRole('status');

/** Types and waits for the first answer. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.keyboard.type(query);
  await resultsOf(page).first().waitFor();
  return titlesOf(page);
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

  it('tells a screen reader how much it found, or that it found nothing', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await search(page, 'perceptron');
    expect(await statusOf(page).textContent()).toMatch(/^\d+ results?/);
    await page.getByRole('searchbox').fill('zzyzx');
    await expect.poll(() => statusOf(page).textContent()).toMatch(/^Nothing found for “zzyzx”\./);
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

  it('answers a query in the address, as browsers send it that know the search', async () => {
    const page = await visit('?q=rectifier');
    await resultsOf(page).first().waitFor();
    expect((await titlesOf(page))[0]).toBe('Rectified linear unit');
  });

  it('offers what comes nearest where nothing was found, to be reached by the arrow keys', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await page.keyboard.type('qqsaddlezpointqq');
    const nearest = dialogOf(page).locator('.search-terms').getByRole('link');
    await expect.poll(() => nearest.first().textContent()).toBe('Saddle point');
    expect(await nearest.count()).toBe(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Saddle point' }).waitFor();
  });

  it('says that a misspelt title was forgiven', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    expect((await search(page, 'perceptorn'))[0]).toBe('Perceptron');
    expect(await statusOf(page).textContent()).toMatch(/^Nothing is called “perceptorn”\. \d+ results?/);
  });

  it('begins with suggested terms and other ways to browse, later with what was opened last', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    const group = (name: string) =>
      dialogOf(page).locator('section', { has: page.getByRole('heading', { name }) });
    await group('To begin with').getByRole('link', { name: 'Momentum' }).waitFor();
    expect(await group('Opened lately').count()).toBe(0);
    await dialogOf(page).getByRole('link', { name: 'Map', exact: true }).waitFor();
    await search(page, 'NAG');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Nesterov momentum' }).waitFor();
    // The heading is there before the script that listens for the key.
    await page.waitForLoadState();
    await page.keyboard.press('/');
    await expect
      .poll(() => group('Opened lately').getByRole('link').allTextContents())
      .toEqual(['Nesterov momentum']);
  });

  it('keeps to a category, a period and entries with a demo', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    const all = await search(page, 'gradient');
    const count = async () => Number.parseInt((await statusOf(page).textContent()) ?? '', 10);
    const unfiltered = await count();
    await page.getByRole('combobox', { name: 'Category' }).selectOption('optimisation');
    await expect.poll(count).toBeLessThan(unfiltered);
    expect(all).toContain('Vanishing gradient');
    expect(await titlesOf(page)).not.toContain('Vanishing gradient');
    expect(await titlesOf(page)).toContain('Gradient clipping');
    await page.getByRole('combobox', { name: /^Period/ }).selectOption('1950s');
    // Pascanu and others write of clipping in 2013; stochastic gradient descent begins in 1951.
    await expect.poll(() => titlesOf(page)).not.toContain('Gradient clipping');
    expect(await titlesOf(page)).toContain('Stochastic gradient descent');
    await page.getByRole('checkbox', { name: 'has a demo' }).check();
    await expect.poll(() => titlesOf(page)).toEqual(['Stochastic gradient descent']);
  });

  it('lists what a filter lets through where nothing is typed', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Category' }).selectOption('learning rules');
    await expect.poll(() => titlesOf(page)).toEqual(['Competitive learning', 'Delta rule']);
    expect(await statusOf(page).textContent()).toBe('2 results');
  });

  it('leads to the part of an entry in which the words stand, by keyboard alone', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await search(page, 'bowling ball');
    const part = resultsOf(page).first().getByRole('link', { name: 'Intuition' });
    for (let i = 0; i < 8 && !(await part.evaluate((one) => one === document.activeElement)); i += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/momentum/#intuition');
    expect(await dialogOf(page).isVisible()).toBe(false);
  });

  it('can be filtered by keyboard alone', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await search(page, 'weights');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('regul');
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Category' }).inputValue())
      .toBe('regularisation');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect
      .poll(async () => (await titlesOf(page)).sort())
      .toEqual(['Dropout', 'L1 and L2 regularisation']);
  });

  it.each([390, 320])('fits a screen %i px wide, results and no results', async (width) => {
    const page = await visit('', { viewport: { width, height: 640 } });
    await page.getByRole('button', { name: 'Search' }).click();
    for (const query of ['', 'gradient', 'zzyzx']) {
      await page.getByRole('searchbox').fill(query);
      await expect.poll(() => statusOf(page).textContent()).toMatch(query === '' ? /^$/ : /result|Nothing/);
      const wide = await dialogOf(page).evaluate((dialog) =>
        [
          dialog,
          ...dialog.querySelectorAll<HTMLElement>(
            'p, ol, li, ul, nav, section, .search-body, .search-result',
          ),
        ]
          .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.className || one.localName),
      );
      expect(wide, `“${query}”`).toEqual([]);
      const box = await dialogOf(page).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 640).toBe(true);
    }
  });
});
