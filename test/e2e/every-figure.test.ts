/** What every figure owes its reader, whichever it is: it runs, says in words what it shows, and shuts nobody out. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { violations } from './axe.ts';
import { visit } from './browsing.ts';
import { runningWidget } from './widget.ts';

const names = readdirSync(join(inject('atRoot').folder, 'embed'));

it('finds the figures', () => expect(names).toContain('perceptron'));

describe.each(names)('the figure %s', (name) => {
  it('starts by itself and says what it shows, in words, in numbers and with every hyper-parameter', async () => {
    const page = await visit(`embed/${name}/`);
    const widget = await runningWidget(page);
    await expect
      .poll(() => widget.locator('.figure-state').textContent(), { timeout: 60_000 })
      .toMatch(/\S.*\.$/);
    for (const fold of ['The figure as a table', 'Hyper-parameters']) {
      const details = widget.locator('details', { has: page.locator('summary', { hasText: fold }) });
      await details.locator('summary').click();
      await expect
        .poll(() => details.locator('td, dd').first().textContent(), { timeout: 60_000 })
        .toMatch(/\S/);
    }
    expect(await widget.locator('.figure-notes li').count()).toBe(0);
  });

  it('takes a hostile link for what can be made of it, and says so', async () => {
    const query = `${name}.v=999&${name}.nothing=%3Cscript%3E&${name}.v=-1`;
    const page = await visit(`embed/${name}/?${query}`);
    const widget = await runningWidget(page);
    await expect.poll(() => widget.locator('.figure-notes li').count()).toBeGreaterThan(0);
  });

  it('fits 320 px with every fold open, where axe finds nothing wrong in light or dark colours', async () => {
    const page = await visit(`embed/${name}/`, { viewport: { width: 320, height: 800 } });
    const widget = await runningWidget(page);
    await widget.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
  });
});
