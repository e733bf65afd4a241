import { describe, expect, it } from 'vitest';
import { visit } from './browsing.ts';
import { openFigure } from './widget.ts';

describe('on paper', () => {
  it('an entry shows text, drawing, sources and full addresses, and nothing to press', async () => {
    const page = await visit('perceptron/', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    for (const shown of ['h1', '.figure-drawing svg', '.prose .katex', '.sources', '.cite-forms pre'])
      expect(await visible(shown), shown).toBe(true);
    for (const hidden of ['.site-header nav', '.contents', '.neighbours', 'copy-text button', '.skip'])
      expect(await visible(hidden), hidden).toBe(false);
    // Black on white, whatever the screen had.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    const after = await page
      .locator(
        '.sources a[href^="http"], .site-footer a[href^="http"], .reviewed a[href^="http"]:not([href*="/issues/new"])',
      )
      .evaluateAll((links) =>
        links.map((link) => getComputedStyle(link, '::after').content + link.textContent),
      );
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((text) => !text.includes('http'))).toEqual([]);
  });

  it('a figure that runs gives way to its drawing', async () => {
    const { page, widget } = await openFigure('perceptron/');
    await page.emulateMedia({ media: 'print' });
    expect(await widget.locator('.figure-drawing svg').first().isVisible()).toBe(true);
    expect(await widget.locator('.widget').isVisible()).toBe(false);
  });

  it('the home page is the index: every term, no control', async () => {
    const page = await visit('');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.letter dt').first().isVisible()).toBe(true);
    expect(
      await page
        .locator('.alphabet, .home-search, .run-figure')
        .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length),
    ).toBe(0);
  });
});
