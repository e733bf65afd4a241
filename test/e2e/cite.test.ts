/** Readers take citations along, and come back by links that say what has changed since. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { RecordedVersion } from '../../src/site/versions/history.ts';
import { violations } from './axe.ts';
import { visit } from './browsing.ts';
import { builtPages, publishedAt } from './built-site.ts';
import { choose, openFigure, press, runningWidget } from './widget.ts';

const site = inject('atRoot');
const versions: Record<string, RecordedVersion[]> = JSON.parse(
  readFileSync(join(site.folder, 'versions.json'), 'utf8'),
);
const permissions = ['clipboard-read', 'clipboard-write'];
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('the citations of an entry', () => {
  it('are copied by one click each', async () => {
    const page = await visit('perceptron/', { permissions });
    const row = page.locator('.cite-forms copy-row');
    for (const [name, form] of [
      ['APA', /^The Live Glossary of Deep Learning\. \(\d{4}, \w+ \d+\)\. Perceptron\. https:/],
      ['Chicago', /^The Live Glossary of Deep Learning\. \d{4}\. “Perceptron\.”/],
      ['Plain text', /^“Perceptron”, The Live Glossary of Deep Learning, version [0-9a-f]{12} of /],
      ['BibTeX', /^@misc\{live-glossary-perceptron,/],
      ['RIS', /^TY {2}- ELEC/],
      ['CSL-JSON', /^\[\s*\{\s*"id": "live-glossary-perceptron"/],
      ['Link to this exact version', /\/perceptron\/\?version=[0-9a-f]{12}$/],
    ] as const) {
      await press(row, name);
      await expect.poll(() => clipboard(page), { message: name }).toMatch(form);
      await expect.poll(() => row.getByRole('status').textContent()).toBe(`Copied: ${name}`);
    }
  });

  it('stand on the page of every entry, and a parser reads each form of them', () => {
    const entries = builtPages(site).filter(({ document }) => document.querySelector('.cite-forms'));
    expect(entries).toHaveLength(Object.keys(versions).length);
    for (const { document, path } of entries)
      for (const id of ['copy-bibtex', 'copy-ris', 'copy-csl-json']) {
        const [read] = new Cite(document.getElementById(id)?.textContent).data;
        expect(read.title.toLowerCase(), `${path} ${id}`).toBe(
          document.querySelector('h1')?.textContent?.toLowerCase(),
        );
        expect(read.URL, `${path} ${id}`).toBe(publishedAt + path);
      }
  });
});

describe('the versions of an entry', () => {
  it('are listed with what changed, and each leads to its text', async () => {
    const page = await visit('perceptron/');
    await page.locator('.versions summary').click();
    const items = page.locator('.versions li');
    expect(await items.count()).toBe(versions.perceptron.length);
    expect(await items.last().textContent()).toContain(versions.perceptron.at(-1)?.changed);
    expect(await violations(page)).toEqual([]);
  });

  it('a link to an earlier one lists the changes since', async () => {
    const [latest, ...earlier] = versions.perceptron;
    const { version, date } = earlier.at(-1) as RecordedVersion;
    const page = await visit(`perceptron/?version=${version}`);
    const notice = page.locator('version-notice');
    expect(await notice.textContent()).toContain(`The link names version ${version} of ${date}.`);
    expect(await notice.locator('li').count()).toBe(earlier.length);
    expect(await notice.locator('li').first().textContent()).toContain(latest.changed);
    expect(await violations(page)).toEqual([]);
  });

  it('a link to one that never was says so without repeating it', async () => {
    const page = await visit('perceptron/?version=%3Cimg%20src=x%3E');
    const notice = page.locator('version-notice');
    expect(await notice.textContent()).toContain('a version that cannot exist');
    expect(await notice.locator('img').count()).toBe(0);
  });
});

describe('the citation of a figure', () => {
  it('freezes version, model and state; opened later, it shows that state and says that nothing has changed', async () => {
    const { page, widget } = await openFigure('perceptron/', { permissions });
    await choose(widget, 'XOR');
    await widget.getByText('Cite this figure').click();
    const row = widget.locator('cite-figure copy-row');
    await row.getByRole('button', { name: 'BibTeX' }).click();
    const [read] = new Cite(await clipboard(page)).data;
    const url = new URL(String(read.URL));
    expect(url.searchParams.get('perceptron.points')).toBe('xor');
    expect(url.searchParams.get('version')).toBe(versions.perceptron[0].version);
    const card = JSON.parse(readFileSync('models/perceptron/card.json', 'utf8'));
    const hash = card.files['model.onnx'].sha256.slice(0, 12);
    expect(url.searchParams.get('models')).toContain(`perceptron.${hash}`);
    expect(await violations(page)).toEqual([]);

    // The state is that of the moment of copying.
    await choose(widget, 'OR');
    await row.getByRole('button', { name: 'Link' }).click();
    expect(await clipboard(page)).toContain('perceptron.points=or&');

    const later = await visit(`${url.pathname.slice(1)}${url.search}${url.hash}`);
    const again = await runningWidget(later);
    expect(await again.getByRole('radio', { name: 'XOR', exact: true }).isChecked()).toBe(true);
    const notice = await again.locator('version-notice').textContent();
    expect(notice).toContain(
      `The entry is the version that the link names, ${versions.perceptron[0].version}.`,
    );
    expect(notice).toContain(`as then: perceptron ${hash}`);
    expect(await again.locator('.figure-notes li').count()).toBe(0);
  });

  it('says precisely what has changed: the entry’s parts, and the model that was trained anew', async () => {
    const { version } = versions.perceptron.at(-1) as RecordedVersion;
    const page = await visit(
      `perceptron/?version=${version}&models=perceptron.000000000000,gone.111111111111#figure-perceptron`,
    );
    const notice = page.locator('glossary-widget version-notice');
    await notice.waitFor();
    expect(await notice.locator('li').count()).toBe(versions.perceptron.length - 1);
    expect(await notice.textContent()).toMatch(
      /The model perceptron has been trained anew: then 000000000000, now [0-9a-f]{12}\./,
    );
    expect(await notice.textContent()).toContain('The model gone of the link runs in this entry no more.');
    expect(await violations(page)).toEqual([]);
  });
});
