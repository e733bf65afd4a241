/** The perceptron figure in a hand, on a narrow screen, and as axe sees all its views. */

import { describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { openFigure, openFolds, overflow, reads } from './widget.ts';

describe('on a phone', () => {
  it('points are dragged by a finger', async () => {
    const { page, widget } = await openFigure('perceptron/?perceptron.points=and', {
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
});

it.each(['unit', 'rules', 'hidden', 'stream'])(
  'in the view "%s", with a note and every fold open, axe finds nothing wrong, and 320 pixels are enough',
  async (view) => {
    const { page, root, widget } = await openFigure(
      `perceptron/?perceptron.view=${view}&perceptron.unknown=1`,
    );
    await reads(root, 'data-view', view);
    await openFolds(widget);
    await expect.poll(() => widget.locator('.figure-notes li').count()).toBe(1);
    expect(await violationsInBoth(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => overflow(page)).toBe(0);
  },
);
