/** What every figure owes its reader, whichever it is: it runs, says in words what it shows, and shuts nobody out. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { builtPages } from './built-site.ts';
import { openFigure, openFold, openFolds, overflow, runningWidget, says } from './widget.ts';

const names = readdirSync(join(inject('atRoot').folder, 'embed'));
const phone = { viewport: { width: 320, height: 800 } };

it('finds the figures', () => expect(names).toContain('perceptron'));

describe.each(names)('the figure %s', (name) => {
  it('says what it shows, in words, in numbers and with every hyper-parameter, and shuts nobody out on a phone', async () => {
    const { page, widget, root } = await openFigure(`embed/${name}/`, phone);
    await says(root, /\S.*\.$/);
    for (const title of ['The figure as a table', 'Hyper-parameters']) {
      const fold = await openFold(widget, title);
      await expect.poll(() => fold.locator('td, dd').first().textContent()).toMatch(/\S/);
    }
    expect(await widget.locator('.figure-notes li').count()).toBe(0);
    await openFolds(widget);
    expect(await overflow(page)).toBe(0);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('takes a hostile link for what can be made of it, and says so', async () => {
    const query = `${name}.v=999&${name}.nothing=%3Cscript%3E&${name}.v=-1`;
    const { widget } = await openFigure(`embed/${name}/?${query}`);
    await expect.poll(() => widget.locator('.figure-notes li').count()).toBeGreaterThan(0);
  });
});

/** Their figures by name. */
const entries = builtPages(inject('atRoot'))
  .map(({ path, text }) => ({
    path: path.slice(1),
    figures: [...text.matchAll(/<glossary-widget[^>]* name="([^"]+)"/g)].map(([, name]) => name),
  }))
  .filter(({ path, figures }) => figures.length > 0 && !/^(embed|versions)\//.test(path));

describe.each(entries)('/$path, with the figures $figures running', ({ path, figures }) => {
  it('fits 320 px with every fold open, where axe finds nothing wrong in light or dark colours', async () => {
    const page = await visit(path, phone);
    for (const name of figures) await runningWidget(page, name);
    await openFolds(page);
    for (const fold of await page.locator('details:has(> summary:text("The figure as a table"))').all())
      await expect.poll(() => fold.locator('td').first().textContent()).toMatch(/\S/);
    expect(await overflow(page)).toBe(0);
    expect(await violationsInBoth(page)).toEqual([]);
  });
});
