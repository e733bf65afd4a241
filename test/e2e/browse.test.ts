/** The ways to an entry without a search: maps, figures, people, what to read first, previews of links. */

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { builtPages } from './built-site.ts';

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const listings = ['map/', 'figures/', 'people/', 'bibliography/', 'overfitting/'];

it('axe finds nothing wrong with the pages to browse on a phone, in light or dark colours', async () => {
  const page = await visit('', { viewport: sizes.phone });
  const found: Record<string, string[]> = {};
  for (const path of listings) {
    await page.goto(inject('atRoot').address + path);
    found[path] = await violationsInBoth(page);
  }
  expect(found).toEqual(Object.fromEntries(listings.map((path) => [path, []])));
});

describe('every page of the site', () => {
  it('is one link away from the foot of each page, or is an entry, a version of one, a model or a figure', () => {
    const pages = builtPages(inject('atRoot'));
    const foot = pages[0].document.querySelector('.site-footer');
    const linked = [...(foot?.querySelectorAll('a') ?? [])].map((a) =>
      a.getAttribute('href')?.replace(/#.*/, ''),
    );
    const listed = pages
      .filter(({ document }) => document.querySelector('main'))
      .map(({ path }) => path)
      .filter((path) => !/^\/(404\.html|(models|embed|versions)\/.+)$/.test(path));
    const home = pages.find(({ path }) => path === '/');
    const entries = [...(home?.document.querySelectorAll('.letter dt a') ?? [])].map((a) =>
      a.getAttribute('href'),
    );
    expect(entries.length).toBeGreaterThan(100);
    expect(listed.filter((path) => !linked.includes(path) && !entries.includes(path))).toEqual([]);
  });
});

describe('without JavaScript', () => {
  const still = (path: string) => visit(path, { javaScriptEnabled: false });

  it('the map of a category leads to an entry, and the map around an entry to its neighbour', async () => {
    const page = await still('map/');
    await page
      .getByRole('group', { name: 'Map of optimisation' })
      .getByRole('link', { name: 'Adam' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Adam' }).waitFor();
    const map = page.getByRole('group', { name: 'Concept map of Adam' });
    await map.getByRole('link', { name: 'RMSprop' }).click();
    await page.getByRole('heading', { level: 1, name: 'RMSprop' }).waitFor();
  });

  it('what to read first, the uses of a term and the next entry are links', async () => {
    const page = await still('saddle-point/');
    await page.getByText(/From the beginning, \d+ entries in order/).click();
    const path = page.locator('.reading-path li');
    const names = await path.allTextContents();
    expect(names.indexOf('Gradient')).toBeLessThan(names.indexOf('Critical point'));
    expect(names).toContain('Gradient');
    await page.locator('.used-in').getByRole('link', { name: 'RMSprop' }).click();
    await page.getByRole('heading', { level: 1, name: 'RMSprop' }).waitFor();
    await page.getByRole('link', { name: 'Previous' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('RMSprop');
  });

  it('people lead to entries and to works, and works back to the entries that cite them', async () => {
    const page = await still('people/');
    const person = page.locator('.people > div', { hasText: 'Rosenblatt, Frank' });
    expect(await person.getByRole('link', { name: 'Perceptron', exact: true }).getAttribute('href')).toBe(
      '/perceptron/',
    );
    await person.getByRole('link', { name: /^The perceptron: a probabilistic model/i }).click();
    await page.waitForURL('**/bibliography/#rosenblatt-1958');
    await page.locator('#rosenblatt-1958').getByRole('link', { name: 'Perceptron', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Perceptron' }).waitFor();
  });

  it('the page of figures leads to each of them', async () => {
    const page = await still('figures/');
    const plates = await page
      .locator('.plate')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(plates.length).toBeGreaterThan(10);
    await page.locator('.plate[href="/momentum/#figure-momentum"]').click();
    await page.waitForURL('**/momentum/#figure-momentum');
  });
});

describe('the drawings', () => {
  const smallest = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      Math.min(
        ...all
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const scale =
              (one.closest('svg')?.getBoundingClientRect().width ?? 0) /
              (one.closest('svg')?.viewBox.baseVal.width ?? 1);
            return scale * Number.parseFloat(getComputedStyle(one).fontSize);
          }),
      ),
    );

  it.each(Object.keys(sizes) as (keyof typeof sizes)[])('have legible names on a %s', async (size) => {
    for (const path of ['map/', 'gradient-descent/']) {
      const page = await visit(path, { viewport: sizes[size] });
      expect(await smallest(page, '.map-drawing a text')).toBeGreaterThanOrEqual(13.5);
    }
  });

  it('have no name that leaves the drawing or lies on another', async () => {
    for (const viewport of Object.values(sizes)) {
      for (const path of ['map/', 'gradient-descent/', 'momentum/', 'speech-recognition/']) {
        const page = await visit(path, { viewport });
        const wrong = await page.locator('.map-drawing').evaluateAll((drawings) =>
          drawings
            .filter((one) => one.checkVisibility())
            .flatMap((drawing) => {
              const edge = drawing.getBoundingClientRect();
              const boxes = [...drawing.querySelectorAll('text')].map((one) => ({
                name: one.textContent,
                box: one.getBoundingClientRect(),
              }));
              const outside = boxes.filter(
                ({ box }) => box.left < edge.left - 1 || box.right > edge.right + 1,
              );
              const over = boxes.filter(({ box: a }, i) =>
                boxes.some(
                  ({ box: b }, j) =>
                    j > i &&
                    a.left < b.right - 1 &&
                    b.left < a.right - 1 &&
                    a.top < b.bottom - 4 &&
                    b.top < a.bottom - 4,
                ),
              );
              return [...outside, ...over].map(({ name }) => name);
            }),
        );
        expect(wrong, `${path} at ${viewport.width} px`).toEqual([]);
      }
    }
  });
});

describe('the preview of a link in the text', () => {
  const linkOf = (page: Page) => page.locator('.prose a[href="/double-descent/"]').first();
  const preview = (page: Page) => page.getByRole('tooltip');

  it.each(['light', 'dark'] as const)(
    'shows the definition to the pointer and to the focus (%s)',
    async (colorScheme) => {
      const page = await visit('overfitting/', { colorScheme });
      await linkOf(page).hover();
      await preview(page).getByText('Double descent', { exact: true }).waitFor();
      await page.mouse.move(0, 0);
      await preview(page).waitFor({ state: 'hidden' });
      await page.locator('.prose a').first().focus();
      for (let i = 0; i < 9 && !(await linkOf(page).evaluate((a) => a === document.activeElement)); i += 1)
        await page.keyboard.press('Tab');
      await preview(page).getByText('Double descent', { exact: true }).waitFor();
      expect(await linkOf(page).getAttribute('aria-describedby')).toBe('term-preview');
      await page.keyboard.press('Escape');
      await preview(page).waitFor({ state: 'hidden' });
    },
  );

  it('shows it at the first tap and opens the entry at the second, within the screen', async () => {
    const page = await visit('overfitting/', { viewport: sizes.phone, hasTouch: true, isMobile: true });
    await linkOf(page).tap();
    await preview(page).getByText('Tap the link again').waitFor();
    const box = await preview(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    await linkOf(page).tap();
    await page.waitForURL('**/double-descent/');
  });
});
