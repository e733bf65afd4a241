/** From a symbol in an equation to its meaning, by pointer and by keyboard. */

import { describe, expect, inject, it } from 'vitest';
import { visit } from './browsing.ts';
import { builtPages } from './built-site.ts';

describe('a symbol', () => {
  it('in an equation leads to its meaning, under a base path too', async () => {
    const page = await visit('momentum/', { site: 'underBase' });
    const symbol = page.locator('#equation-1 a.symbol', { hasText: 'β' });
    expect(await symbol.getAttribute('title')).toContain('momentum: how much of the velocity stays');
    await symbol.click();
    await page.waitForURL('**/glossary/notation/#beta');
    expect(await page.locator('#beta').textContent()).toContain('how much of the velocity stays');
  });

  it('is listed with its meaning in the entry, for those who cannot point', async () => {
    const page = await visit('momentum/');
    await page.locator('.symbols summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('.symbols dt a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/notation/#*');
  });
});

it('every displayed equation has its words, and its symbols lead to the page of notation', () => {
  const entries = builtPages(inject('atRoot'));
  const unspoken: string[] = [];
  let count = 0;
  for (const { document, path } of entries)
    for (const equation of document.querySelectorAll('.equation')) {
      count += 1;
      if (!equation.querySelector('math')?.getAttribute('aria-label')?.trim()) unspoken.push(path);
      expect(equation.querySelectorAll('a.symbol[href*="/notation/#"]').length, path).toBeGreaterThan(0);
    }
  expect(count).toBeGreaterThan(80);
  expect(unspoken).toEqual([]);
});
