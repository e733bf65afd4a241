import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { violations, violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { type OwnSite, ownSite } from './own-site.ts';
import { choose, press, runningWidget } from './widget.ts';

/** What a page reports when nothing answers. */
const cutOff = /ERR_|Failed to load|Failed to fetch|Failed to update|fetching the script/;

const open = (path: string, { address }: OwnSite, options = {}) =>
  visit(path, { address, serviceWorkers: 'allow', expected: cutOff, ...options });

/** Addresses in all stores, below the site's own. */
const stored = (page: Page, address: string): Promise<string[]> =>
  page.evaluate(async (scope) => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        if (url.startsWith(scope)) found.push(url.slice(scope.length));
    return found;
  }, address);

const waitForStored = (page: Page, address: string, what: RegExp) =>
  expect
    .poll(async () => (await stored(page, address)).filter((path) => what.test(path)).length, {
      message: `a stored file like ${what}`,
    })
    .toBeGreaterThan(0);

/** Waits until the page's worker answers for it. */
const waitForWorker = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');

/** Runs the perceptron rule on AND to its end: 18 mistakes, as its own definition gives. */
async function learnsAnd(page: Page): Promise<void> {
  const widget = await runningWidget(page);
  expect(await widget.getAttribute('data-provider')).toBe('wasm');
  const root = widget.locator('.widget');
  await choose(widget, 'AND');
  await expect.poll(() => root.getAttribute('data-preset')).toBe('and');
  await press(widget, 'Run');
  await expect.poll(() => root.getAttribute('data-ending')).toBe('clean');
  expect(await root.getAttribute('data-mistakes')).toBe('18');
  expect(await root.getAttribute('data-right')).toBe('4');
}

async function findsPerceptron(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type('threshold unit');
  const results = page.getByRole('dialog', { name: 'Search the glossary' }).getByRole('listitem');
  await results.first().waitFor();
  expect(await results.first().locator('strong').textContent()).toBe('Perceptron');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/perceptron/');
  await page.getByRole('heading', { level: 1, name: 'Perceptron' }).waitFor();
}

const said = (page: Page) => page.locator('[data-part=said]').textContent();

describe.each(['atRoot', 'underBase'] as const)('with the network cut (%s)', (name) => {
  it('what was visited opens, its demo runs, and search finds it', async () => {
    const site = await ownSite(inject(name));
    const page = await open('perceptron/', site);
    await runningWidget(page);
    await waitForStored(page, site.address, /^runtime\/.+\.wasm$/);
    await waitForStored(page, site.address, /^models\/perceptron\/step\.onnx$/);
    await page.goto(`${site.address}linear-separability/`);
    await waitForStored(page, site.address, /^pagefind\/revision$/);
    await waitForStored(page, site.address, /^linear-separability\/$/);

    site.cut();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Linear separability' }).waitFor();
    await findsPerceptron(page);
    await learnsAnd(page);
    // A state in the address is the same page.
    await page.goto(`${site.address}perceptron/?perceptron.points=xor&perceptron.v=1`);
    const xor = (await runningWidget(page)).getByRole('radio', { name: 'XOR', exact: true });
    expect(await xor.isChecked()).toBe(true);
  });

  it('a page that is not kept leads to one that says so and lists what is', async () => {
    const site = await ownSite(inject(name));
    const page = await open('perceptron/', site);
    await waitForWorker(page);
    await waitForStored(page, site.address, /^perceptron\/$/);
    site.cut();
    for (const path of ['adam/', 'adam', 'no-such/page/at-all.html']) {
      await page.goto(site.address + path);
      await page.getByRole('heading', { level: 1, name: 'Offline' }).waitFor();
      const missing = page.locator('[data-part=missing]');
      expect(await missing.textContent()).toContain(`${new URL(site.address).pathname}${path}`);
      expect(await missing.textContent()).toContain('is not kept on this device');
    }
    await expect.poll(() => said(page)).toContain('There is no network');
    expect(await page.getByRole('button', { name: 'Keep everything' }).isVisible()).toBe(false);
    await page.getByText('Pages that are kept').click();
    await page.locator('.offline-pages').getByRole('link', { name: 'perceptron' }).click();
    await page.getByRole('heading', { level: 1, name: 'Perceptron' }).waitFor();

    await page.goto(`${site.address}adam/`);
    await site.restore();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Adam' }).waitFor();
  });

  it('everything opens once it was kept on request: pages never visited, their demos, search', async () => {
    const site = await ownSite(inject(name));
    const page = await open('offline/', site);
    await waitForWorker(page);
    await expect
      .poll(() => page.locator('[data-part=plan]').textContent())
      .toMatch(/^Still to fetch: \d{3,} files, \d+\.\d MB\./);
    await page.getByRole('button', { name: 'Keep everything for offline use' }).click();
    await expect
      .poll(() => page.locator('[data-part=progress-text]').textContent())
      .toMatch(/^\d+ of \d{3,} files, .+ of \d+\.\d MB$/);
    await expect.poll(() => said(page)).toBe('Done: the whole glossary is on this device.');
    expect(await page.locator('[data-part=plan]').textContent()).toBe('Everything is kept on this device.');
    expect(await page.getByRole('row', { name: /^Runtime \d+ \d+\.\d MB$/ }).count()).toBe(1);

    site.cut();
    await page.goto(`${site.address}adam/`);
    await page.getByRole('heading', { level: 1, name: 'Adam' }).waitFor();
    await findsPerceptron(page);
    await learnsAnd(page);
    await page.goto(`${site.address}embed/perceptron/`);
    await runningWidget(page);
    await page.goto(`${site.address}offline/`);
    await page.getByText('Pages that are kept').click();
    await page.locator('.offline-pages').getByRole('link', { name: 'Momentum', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Momentum' }).waitFor();
  });
});

describe('a new publication', () => {
  const changed = (text: string) => text.replace(/<h1([^>]*)>Perceptron/, '<h1$1>Perceptron, revised');
  const file = 'perceptron/index.html';
  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
  const notice = (page: Page) => page.locator('.site-notice');

  async function keptPerceptron() {
    const site = await ownSite(inject('atRoot'), { isCopied: true });
    const page = await open('perceptron/', site);
    await waitForStored(page, site.address, /^perceptron\/$/);
    await page.reload();
    await waitForWorker(page);
    return { site, page };
  }

  it('is what a reader gets who opens a page, without a notice', async () => {
    const { site, page } = await keptPerceptron();
    site.publish(file, changed);
    await page.reload();
    expect(await heading(page)).toBe('Perceptron, revised');
    // The new worker has come by the time that it answers.
    await expect
      .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active)))
      .toBe(true);
    await page.waitForLoadState('networkidle');
    expect(await notice(page).count()).toBe(0);
    site.cut();
    await page.reload();
    expect(await heading(page)).toBe('Perceptron, revised');
  });

  it('is told of on a page that stays open, when the reader comes back to it', async () => {
    const { site, page } = await keptPerceptron();
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType('resource').length))
      .toBeGreaterThan(0);
    site.publish(file, changed);
    await expect
      .poll(async () => {
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        return notice(page)
          .textContent({ timeout: 1000 })
          .catch(() => '');
      })
      .toContain('A new version of this page is there.');
    expect(await heading(page)).toBe('Perceptron');
    expect(await violations(page)).toEqual([]);
    await notice(page).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => heading(page)).toBe('Perceptron, revised');
  });

  it('is told of where the network is too slow for it, and the kept page is shown', async () => {
    const { site, page } = await keptPerceptron();
    site.publish(file, changed);
    const { release } = site.hold();
    await page.reload();
    expect(await heading(page)).toBe('Perceptron');
    release();
    await expect.poll(() => notice(page).textContent()).toContain('A new version');
    await notice(page).getByRole('button', { name: 'Later' }).click();
    expect(await notice(page).count()).toBe(0);
  });
});

describe('a page kept from an earlier publication', () => {
  it('keeps the styles and scripts that it came with, when those of the new one have other names', async () => {
    const site = await ownSite(inject('atRoot'), { isCopied: true });
    const page = await open('perceptron/', site);
    await runningWidget(page);
    await waitForStored(page, site.address, /^runtime\/.+\.wasm$/);
    await waitForStored(page, site.address, /^models\/perceptron\/step\.onnx$/);
    await waitForStored(page, site.address, /^_astro\/ort\..+\.js$/);
    await waitForWorker(page);
    const early = () =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((one) => one.includes('precache')) ?? '';
        return (await (await caches.open(name)).keys()).filter(({ url }) => url.includes('.css')).length;
      });
    expect(await early()).toBeGreaterThan(0);
    // As if the page that stands in for others needed none of today's files: the new worker drops them.
    site.publish(
      'offline/index.html',
      (text) => text.replace('<h1>Offline', '<h1>Offline reading'),
      (text) => text.replace(/\{url:`_astro\/[^`]*`,revision:null\},?/g, ''),
    );
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect.poll(early).toBe(0);
    site.cut();
    await page.reload();
    expect(await page.locator('link[rel=stylesheet]').count()).toBeGreaterThan(1);
    const rules = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).sheet?.cssRules.length ?? 0));
    expect(Math.min(...rules)).toBeGreaterThan(0);
    await learnsAnd(page);
  });
});

describe('the page about what is kept', () => {
  it('says in a sentence that there is no room, keeps what has come, and goes on when there is', async () => {
    const site = await ownSite(inject('atRoot'));
    const page = await open('offline/', site);
    await waitForWorker(page);
    const session = await page.context().newCDPSession(page);
    const origin = new URL(site.address).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
    const keep = page.getByRole('button', { name: 'Keep everything for offline use' });
    await keep.click();
    await expect
      .poll(() => said(page))
      .toBe(
        'There is no room left for more: the browser gives this site no more of the device’s storage. ' +
          'What has come is kept; press again to go on.',
      );
    const left = async () =>
      Number(/fetch: (\d+) files/.exec((await page.locator('[data-part=plan]').textContent()) ?? '')?.[1]);
    const before = await left();
    expect(before).toBeGreaterThan(0);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    // Pages are among what is still to come.
    site.hold();
    await keep.click();
    await expect
      .poll(() => page.locator('[data-part=progress-text]').textContent())
      .toContain(` of ${before} files`);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => said(page)).toContain('Stopped.');
    expect(await left()).toBeLessThanOrEqual(before);

    await page.getByRole('button', { name: 'Remove all that is kept' }).click();
    await expect.poll(() => said(page)).toContain('Removed.');
    expect((await stored(page, site.address)).filter((path) => /\.onnx$|^adam\/$/.test(path))).toEqual([]);
  });

  it('has nothing that axe finds wrong, with things kept and with none, in light or dark colours', async () => {
    const site = await ownSite(inject('atRoot'));
    const page = await open('perceptron/', site);
    await waitForStored(page, site.address, /^perceptron\/$/);
    await page.goto(`${site.address}offline/`);
    await page.getByText('Pages that are kept').click();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove all that is kept' }).click();
    await expect.poll(() => said(page)).toContain('Removed.');
    expect(await violationsInBoth(page)).toEqual([]);
  });
});
