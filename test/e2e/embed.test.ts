import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { heightScript } from '../../src/site/embed/oembed.ts';
import { codeInState } from '../../src/site/embed/state-of-link.ts';
import { richDocument } from '../support/rich-oembed.ts';
import { violations, violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { builtPages, publishedAt } from './built-site.ts';
import type { ServedSite } from './global-setup.ts';
import { choose, openFigure, press, runningWidget, waitForStatus } from './widget.ts';

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
    expect(richDocument.parse(json)).toEqual(json);
    const frame = parseHTML(`<body>${json.html}</body>`).document.querySelector('iframe');
    expect(new URL(frame?.getAttribute('src') ?? '').pathname).toBe(`/embed/${name}/`);
    expect([frame?.getAttribute('width'), frame?.getAttribute('height')]).toEqual([
      String(json.width),
      String(json.height),
    ]);
    const home = new URL(page?.document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '');
    for (const one of [page, pages.get(home.pathname)])
      expect(
        [...(one?.document.querySelectorAll('link[type="application/json+oembed"]') ?? [])].map((link) =>
          link.getAttribute('href'),
        ),
      ).toContain(`/oembed/${name}.json`);
  });
});

/** The frame is of another host, and desktop browsers know no sheet for sharing that a frame could be allowed. */
const foreign = /^asks another host: http:\/\/127\.0\.0\.1:\d+\/|Unrecognized feature: 'web-share'/;

/** A page of somebody else, which frames a figure with the code and the script that its entry offers. */
async function hostPage({ address, folder }: ServedSite, name: string, state = ''): Promise<string> {
  const own = `${publishedAt}${new URL(address).pathname}`;
  const { html } = JSON.parse(readFileSync(join(folder, 'oembed', `${name}.json`), 'utf8'));
  const code = codeInState(html, state).replace(own, address);
  const server = createServer((_, response) =>
    response
      .setHeader('Content-Type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Lecture 3</title><main>${code}</main>${heightScript}`,
      ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`;
}

describe('an embedded figure', () => {
  it.each(['atRoot', 'underBase'] as const)(
    'runs in a page of another site, in the state of its address, and its frame is as high as it needs (%s)',
    async (site) => {
      const host = await hostPage(inject(site), 'perceptron', '?perceptron.points=xor&perceptron.v=1');
      const page = await visit('', {
        address: host,
        expected: foreign,
      });
      const frame = page.frameLocator('iframe');
      await waitForStatus(frame.locator('glossary-widget'), 'running');
      expect(await frame.getByRole('radio', { name: 'XOR', exact: true }).isChecked()).toBe(true);

      const given = () => page.locator('iframe').evaluate((one) => (one as HTMLIFrameElement).clientHeight);
      const needed = () =>
        frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
      const fits = async () => expect.poll(async () => (await given()) - (await needed())).toBe(0);
      await fits();
      const folded = await given();
      await frame.locator('summary', { hasText: 'Hyper-parameters' }).click();
      await expect.poll(given).toBeGreaterThan(folded + 20);
      await fits();
      const wide = await given();
      await page.setViewportSize({ width: 400, height: 800 });
      await expect.poll(given).toBeGreaterThan(wide);
      await fits();
      expect(await frame.locator('html').evaluate((root) => root.scrollWidth <= root.clientWidth)).toBe(true);
    },
  );

  it('tells the page around it a number of pixels and nothing else', async () => {
    const host = await hostPage(inject('atRoot'), 'perceptron');
    const page = await visit('', {
      address: host,
      expected: foreign,
      prepare: (one) =>
        one.addInitScript(() => {
          const told: unknown[] = [];
          Object.assign(globalThis, { told });
          if (window.parent === window) addEventListener('message', ({ data }) => told.push(data));
        }),
    });
    const told = () => page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);
    await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
    for (const one of await told())
      expect(one).toEqual({ type: 'live-glossary:height', height: expect.any(Number) });
  });

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

  it('has nothing that axe finds wrong, running and in the lecture view, in light or dark colours', async () => {
    const { page } = await openFigure('embed/perceptron/', { viewport: { width: 390, height: 800 } });
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lecture view' }).click();
    expect(await violationsInBoth(page)).toEqual([]);
  });
});

describe('an entry with a figure', () => {
  it('offers the code of the frame, and axe finds nothing wrong with it', async () => {
    const page = await visit('perceptron/');
    const fold = page.locator('[data-embed]');
    await fold.getByText('Embed or project this figure').click();
    expect(await fold.locator('pre').first().textContent()).toContain('/embed/perceptron/"');
    expect(await violations(page)).toEqual([]);
    await fold.getByRole('link', { name: 'The figure alone' }).click();
    await page.waitForURL('**/embed/perceptron/');
  });

  it('leads to the figure alone in the state that was shared, and so does the code of the frame', async () => {
    const { page, widget } = await openFigure('perceptron/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await choose(widget, 'XOR');
    await press(widget, 'Share');
    await expect.poll(() => new URL(page.url()).search).toContain('perceptron.points=xor');
    const fold = page.locator('[data-embed]');
    await fold.getByText('Embed or project this figure').click();
    expect(await fold.locator('pre').first().textContent()).toMatch(
      /src="[^"]*\/embed\/perceptron\/\?perceptron\.points=xor&amp;perceptron\.v=\d+"/,
    );
    await fold.getByRole('link', { name: 'The figure alone' }).click();
    await page.waitForURL('**/embed/perceptron/?perceptron.points=xor&perceptron.v=*');
    const alone = (await runningWidget(page)).getByRole('radio', { name: 'XOR', exact: true });
    expect(await alone.isChecked()).toBe(true);
  });
});
