/** The perceptron figure in a hand, on a narrow screen, and as axe sees all its views. */

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Visit, visit } from './browsing.ts';
import { runningWidget } from './widget.ts';

async function open(
  query: string,
  options: Visit = {},
): Promise<{ page: Page; widget: Locator; root: Locator }> {
  const page = await visit(`perceptron/${query}`, options);
  const widget = await runningWidget(page);
  return { page, widget, root: widget.locator('.widget') };
}
const reads = (root: Locator, name: string, value: string, timeout = 60_000) =>
  expect.poll(() => root.getAttribute(name), { timeout, message: name }).toBe(value);
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('on a phone', () => {
  it('points are dragged by a finger', async () => {
    const { page, widget } = await open('?perceptron.points=and', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const point = widget.getByRole('button', { name: /^Point 1 of 4/ });
    await point.scrollIntoViewIfNeeded();
    const box = await point.locator('.point-symbol').boundingBox();
    if (!box) throw new Error('the point has no place on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = await page.context().newCDPSession(page);
    const send = (
      type: 'touchStart' | 'touchMove' | 'touchEnd',
      ...touchPoints: { x: number; y: number }[]
    ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
    const scrolled = await page.evaluate(() => scrollY);
    await send('touchStart', { x, y });
    for (const by of [10, 20, 30, 40]) await send('touchMove', { x: x + by, y: y - by });
    await send('touchEnd');
    await expect
      .poll(() => point.getAttribute('aria-label'))
      .toMatch(/^Point 1 of 4 at \(0\.2\d?, 0\.2\d?\)/);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  it.each(['unit', 'rules', 'hidden', 'stream'])(
    '320 pixels wide, the view "%s" is not wider than the screen',
    async (view) => {
      const { page, root, widget } = await open(`?perceptron.view=${view}`, {
        viewport: { width: 320, height: 640 },
      });
      await reads(root, 'data-view', view);
      await openFolds(widget);
      expect(await overflow(page)).toBe(0);
    },
  );
});

const openFolds = (widget: Locator) =>
  widget.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });

describe.each(['light', 'dark'] as const)('in %s colours, axe finds nothing wrong with', (colorScheme) => {
  it.each(['unit', 'rules', 'hidden', 'stream'])(
    'the view "%s", everything open, a note shown',
    async (view) => {
      const { page, root, widget } = await open(`?perceptron.view=${view}&perceptron.unknown=1`, {
        colorScheme,
      });
      await reads(root, 'data-view', view);
      await openFolds(widget);
      await expect.poll(() => widget.locator('.figure-notes li').count()).toBe(1);
      expect(await violations(page)).toEqual([]);
    },
  );
});
