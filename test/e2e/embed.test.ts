import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { violations } from './axe.ts';
import { visit } from './browsing.ts';
import { builtPages } from './built-site.ts';
import { runningWidget, waitForStatus } from './widget.ts';

const site = inject('atRoot');
const pages = new Map(builtPages(site).map((page) => [page.path, page]));
const names = readdirSync(join(site.folder, 'oembed')).map((file) => file.replace('.json', ''));

describe.each(names)('the figure %s', (name) => {
  const page = pages.get(`/embed/${name}/`);
  const json = JSON.parse(readFileSync(join(site.folder, 'oembed', `${name}.json`), 'utf8'));

  it('stands alone, belongs to its entry and is not listed', () => {
    expect(page?.document.querySelectorAll('glossary-widget')).toHaveLength(1);
    expect(page?.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    const home = page?.document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
    const entry = pages.get(new URL(home).pathname);
    const caption = page?.document.querySelector('figcaption')?.textContent?.trim();
    const captions = [...(entry?.document.querySelectorAll('figcaption') ?? [])];
    expect(captions.map(({ textContent }) => textContent?.trim())).toContain(caption);
    expect(page?.document.querySelector('a[rel~=license]')?.textContent).toBe('CC BY 4.0');
  });
  it('is described by oEmbed, which its entry and itself point to', () => {
    expect(json.html).toContain(`/embed/${name}/"`);
    const home = new URL(page?.document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '');
    for (const one of [page, pages.get(home.pathname)])
      expect(
        [...(one?.document.querySelectorAll('link[type="application/json+oembed"]') ?? [])].map((link) =>
          link.getAttribute('href'),
        ),
      ).toContain(`/oembed/${name}.json`);
  });
});

/** Sets the figure into a page of its own and counts the heights it tells. */
const embed = (page: Page, path: string) =>
  page.evaluate((src) => {
    const heights: unknown[] = [];
    Object.assign(globalThis, { heights });
    addEventListener('message', ({ data }) => {
      if (data?.type === 'live-glossary:height') heights.push(data);
    });
    document.body.innerHTML = `<iframe title="Figure" width="700" height="300" src="${src}"></iframe>`;
  }, path);

describe('an embedded figure', () => {
  it.each(['atRoot', 'underBase'] as const)(
    'runs in a frame in the state of its address, and tells how high it is (%s)',
    async (name) => {
      const { base } = inject(name);
      const page = await visit('people/', { site: name });
      await embed(page, `${base}embed/perceptron/?perceptron.points=xor&perceptron.v=1`);
      const frame = page.frameLocator('iframe');
      await waitForStatus(frame.locator('glossary-widget'), 'running');
      expect(await frame.getByRole('radio', { name: 'XOR', exact: true }).isChecked()).toBe(true);
      const last = () =>
        page.evaluate(
          () => (globalThis as unknown as { heights: Record<string, unknown>[] }).heights.at(-1) ?? {},
        );
      const needed = () =>
        frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
      await expect.poll(async () => (await last()).height).toBe(await needed());
      expect(Object.keys(await last()).sort()).toEqual(['height', 'type']);
      expect(await needed()).toBeGreaterThan(300);
    },
  );

  it('fills the screen with larger type for a lecture, and comes back', async () => {
    const page = await visit('embed/perceptron/');
    const button = page.getByRole('button', { name: 'Lecture view' });
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await button.click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('HTML');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await size()).toBeGreaterThan(1.1 * before);
    await button.click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null);
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    expect(await size()).toBe(before);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds wrong, in %s colours',
    async (colorScheme) => {
      const page = await visit('embed/perceptron/', { colorScheme, viewport: { width: 390, height: 800 } });
      await runningWidget(page);
      expect(await violations(page)).toEqual([]);
    },
  );
});

describe('an entry with a figure', () => {
  it('offers the code of the frame, and axe finds nothing wrong with it', async () => {
    const page = await visit('perceptron/');
    const fold = page.locator('.embed-line');
    await fold.getByText('Embed or project this figure').click();
    expect(await fold.locator('pre').first().textContent()).toContain('/embed/perceptron/"');
    expect(await violations(page)).toEqual([]);
    await fold.getByRole('link', { name: 'The figure alone' }).click();
    await page.waitForURL('**/embed/perceptron/');
  });
});
