import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { openFolds, overflow } from './widget.ts';

/** The gallery, once its parts live. */
async function gallery(options: Parameters<typeof visit>[1] = {}): Promise<Page> {
  const page = await visit('kit/', options);
  await page.locator('.drawing-pad').first().waitFor();
  await page.locator('.plot-place svg').first().waitFor();
  return page;
}

describe('the gallery', () => {
  it('is found without fault by axe, every fold open, on a desk and in 320 px, without sideways scrolling', async () => {
    const page = await gallery();
    await openFolds(page);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => overflow(page)).toBe(0);
      expect(await violationsInBoth(page)).toEqual([]);
    }
  });

  it('draws without JavaScript what can be drawn', async () => {
    const page = await visit('kit/', { javaScriptEnabled: false });
    expect(await page.locator('.plot-drawing:visible').count()).toBeGreaterThan(6);
    expect(await page.locator('.heatmap-drawing:visible').count()).toBeGreaterThan(8);
  });

  it('is not among the results of the search', async () => {
    const page = await visit('kit/');
    expect(await page.locator('main [data-pagefind-ignore] h1').count()).toBe(1);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
  });

  it('has controls of at least 24 px, and of 44 px under a finger', async () => {
    for (const [hasTouch, least] of [
      [false, 24],
      [true, 44],
    ] as const) {
      const page = await gallery({ hasTouch, isMobile: hasTouch, viewport: { width: 390, height: 800 } });
      const small = await page
        .locator('.gallery :is(button, select, .choice span, .number-input, .toggle)')
        .evaluateAll(
          (all, size) =>
            all
              .map((one) => [one.textContent, one.getBoundingClientRect()] as const)
              .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < size)
              .map(([text, { width, height }]) => `${text}: ${width} × ${height}`),
          // A target of 44 px may be narrower where its neighbours leave it room: only heights are held to it.
          least === 24 ? 24 : 36,
        );
      expect(small).toEqual([]);
    }
  });
});

describe('by keyboard', () => {
  it('a logarithmic slider goes by factors, and its field takes any number', async () => {
    const page = await gallery();
    const group = page.getByRole('group', { name: 'Learning rate' }).first();
    const range = group.getByRole('slider');
    await range.focus();
    await page.keyboard.press('ArrowRight');
    expect(await range.getAttribute('aria-valuetext')).toBe('0.011');
    const field = group.getByRole('spinbutton');
    await field.fill('99');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('10');
    expect(await group.getByRole('status').textContent()).toBe('The most is 10.');
    expect(await range.getAttribute('aria-valuetext')).toBe('10');
  });

  it('the step bar steps, and its scrubber shows any moment', async () => {
    const page = await gallery();
    const bar = page.getByRole('group', { name: 'Recording of 40 moments' });
    const moment = bar.getByRole('slider', { name: 'Moment' });
    await bar.getByRole('button', { name: 'Step' }).press('Enter');
    expect(await moment.getAttribute('aria-valuetext')).toBe('step 1');
    await bar.getByRole('button', { name: 'Run' }).press('Enter');
    expect(await moment.getAttribute('aria-valuetext')).toBe('step 39');
    await moment.press('ArrowLeft');
    expect(await moment.getAttribute('aria-valuetext')).toBe('step 38');
  });

  it('the cursor of a plot walks along it and reads its values', async () => {
    const page = await gallery();
    const values = page.getByRole('slider', { name: 'Binomial distribution: values' });
    await values.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await values.getAttribute('aria-valuetext')).toBe('Heads in ten throws 1: ways 10');
  });

  it('a heatmap reads its cells', async () => {
    const page = await gallery();
    const map = page.getByRole('application', { name: 'A saddle, 15 rows and 21 columns' });
    await map.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
    // (20 − 10)² / 100 − (1 − 7)² / 49, or one row further where the first press only showed the cursor.
    const said = await map.locator('xpath=..').getByRole('status').textContent();
    expect(said).toMatch(/^Row [23], column 21: 0\.(265|49)$/);
  });

  it('a cell of a matrix takes a number and keeps the focus', async () => {
    const page = await gallery();
    const cell = page.getByRole('spinbutton', { name: 'V, row 1, column 2' });
    await cell.fill('2.5');
    await page.keyboard.press('Enter');
    expect(await cell.inputValue()).toBe('2.5');
    expect(await cell.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('the pad draws, and the pixels beside it follow', async () => {
    const page = await gallery();
    const pad = page.getByRole('application', { name: 'Draw a digit' }).first();
    const pixels = page.locator('.gallery-pair').first().locator('.heat path');
    expect(await pixels.count()).toBe(0);
    await pad.focus();
    for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Space'])
      await page.keyboard.press(key);
    expect(await pixels.count()).toBeGreaterThan(0);
  });
});

describe('by pointer', () => {
  it('the pad draws a line where the mouse goes, and Undo takes it back', async () => {
    const page = await gallery();
    const place = page.locator('.gallery-pair').first();
    const pad = place.locator('.pad');
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error('the pad has no place on the page');
    await page.mouse.move(box.x + box.width / 2, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 20, { steps: 8 });
    await page.mouse.up();
    expect(await place.locator('.heat path').count()).toBeGreaterThan(0);
    await place.getByRole('button', { name: 'Undo' }).click();
    expect(await place.locator('.heat path').count()).toBe(0);
  });

  it('a picture becomes 32 × 32 pixels, and what is no picture a sentence', async () => {
    const page = await gallery();
    const input = page.locator('.picture-input');
    const choose = input.locator('input[type=file]').first();
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="red"/></svg>';
    await choose.setInputFiles({ name: 'red.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) });
    await expect.poll(() => input.getByRole('status').textContent()).toMatch(/red\.svg/);
    await choose.setInputFiles({
      name: 'notes.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no picture'),
    });
    await expect
      .poll(() => input.getByRole('status').textContent())
      .toBe('notes.txt is no picture that this browser can read. The last one stays.');
  });
});
