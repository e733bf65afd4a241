import { describe, expect, inject, it } from 'vitest';
import { visit } from './browsing.ts';
import { builtPages } from './built-site.ts';
import { countTransfers, sum, type Transfer } from './first-view.ts';

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

/** Entries that show no figure of their own, largest page first. */
const withoutDemo = builtPages(inject('atRoot'))
  .filter(
    ({ document }) => document.querySelector('article.entry') && !document.querySelector('glossary-widget'),
  )
  .sort((a, b) => b.text.length - a.text.length)
  .map(({ path }) => path.slice(1));

async function firstView(path: string, options = {}) {
  let transfers: readonly Transfer[] = [];
  const page = await visit(path, {
    serviceWorkers: 'allow',
    ...options,
    prepare: async (one) => {
      transfers = await countTransfers(one);
      await one.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
    },
  });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const shift = await page.evaluate(() =>
    (globalThis as unknown as { shifts: number[] }).shifts.reduce((total, one) => total + one, 0),
  );
  return { page, transfers, shift };
}

describe('the first view of an entry without a figure', () => {
  it('is measured on entries that exist', () => expect(withoutDemo.length).toBeGreaterThan(0));

  // The largest page, and one from the middle.
  it.each([withoutDemo[0], withoutDemo[Math.floor(withoutDemo.length / 2)]])(
    '/%s brings at most 30 KB of script and 100 KB in all, and nothing of the runtime',
    async (path) => {
      const { transfers } = await firstView(path, phone);
      const table = transfers.map(({ path: of, bytes }) => `${of} ${bytes}`).join('\n');
      expect(transfers.length, table).toBeGreaterThan(4);
      expect(sum(transfers), table).toBeLessThanOrEqual(100_000);
      expect(sum(transfers.filter(({ type }) => type === 'Script')), table).toBeLessThanOrEqual(30_000);
      expect(transfers.filter(({ path: of }) => /\/runtime\/|\.onnx$/.test(of))).toEqual([]);
    },
  );
});

describe('the home page', () => {
  it('runs its figure only when asked, and brings nothing of the runtime before', async () => {
    const { page, transfers } = await firstView('');
    const runtime = () => transfers.filter(({ path }) => /\/(runtime|models)\//.test(path));
    const figure = page.locator('glossary-widget');
    await figure.scrollIntoViewIfNeeded();
    await figure.hover();
    expect(await figure.getAttribute('data-status')).toBe('waiting');
    expect(runtime()).toEqual([]);

    await figure.getByRole('button', { name: 'Run it here' }).click();
    await expect.poll(() => figure.getAttribute('data-status')).toBe('running');
    expect(runtime().length).toBeGreaterThan(0);
    expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });
});

describe('the pictures of the topics', () => {
  it.each(['light', 'dark'] as const)('are drawn in %s, each once', async (colorScheme) => {
    const page = await visit('', { colorScheme });
    const pictures = page.locator(`.plate-picture .only-${colorScheme}`);
    expect(await pictures.count()).toBeGreaterThan(0);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0);
    }
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const fetched = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(fetched.filter((name) => name.endsWith(`-${other}.svg`))).toEqual([]);
  });
});

describe.each(['', 'perceptron/', withoutDemo[0], '404.html'])('/%s', (path) => {
  it.each([
    { name: 'phone', options: phone },
    { name: 'desk', options: {} },
  ])('moves nothing while it loads, on a $name', async ({ options }) => {
    const { shift } = await firstView(path, options);
    expect(shift).toBeLessThan(0.005);
  });
});
