import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readInitializers } from '../../src/onnx/initializers.ts';
import { fromSample } from '../../src/recipes/held-out-sample.ts';
import {
  byStrength,
  crowd,
  hiddenOf,
  scoresOf,
  shareRight,
  softmax,
} from '../widgets/dropout/by-definition.ts';
import { kinds, type Visit } from './browsing.ts';
import { choose, numberOf, openFigure, openFold, press, reads, runningWidget, tableOf } from './widget.ts';

const models = join(import.meta.dirname, '../../models');
const parametersOf = (id: string) => readInitializers(readFileSync(join(models, id, 'model.onnx')));
const sample = JSON.parse(readFileSync(join(models, 'dropout-50/held-out.json'), 'utf8'));
const pictures = { x: fromSample(sample, 10).x, labels: sample.labels as number[] };
const pictureAt = (number: number) => pictures.x.subarray((number - 1) * 784, number * 784);
/** The picture with which the figure begins. */
const first = 143;

const parsed = (text: string) => Number(text.replace('−', '-').replace(' %', ''));

/** Ten digits, then two rows of sums. */
const rowsOf = async (widget: Locator) => {
  const rows = await tableOf(widget, 12);
  expect(rows).toHaveLength(12);
  return rows;
};

async function open(query = '', options: Visit = {}) {
  const figure = await openFigure(`dropout/${query}`, options);
  await reads(figure.root, 'data-current', 'yes');
  return figure;
}

/** A column of ten probabilities; those below a ten-thousandth, printed with an exponent, count as 0. */
const column = (rows: string[][], index: number) =>
  rows.slice(0, 10).map((row) => (row[index].includes('×') ? 0 : parsed(row[index])));
const expectNear = (found: readonly number[], expected: readonly number[]) => {
  found.forEach((one, i) => {
    expect(Math.abs(one - expected[i]), `digit ${i}`).toBeLessThan(0.002);
  });
};

describe('dropout', () => {
  it.each(kinds)(
    'begins with 64 masks, and after 256 has the means that the definitions have, on %s',
    async (kind) => {
      const { widget, root } = await open('', { kind });
      await reads(root, 'data-masks', '64');
      await press(widget, 'Other masks');
      await reads(root, 'data-seed', '2');
      await reads(root, 'data-current', 'yes');
      const setting = { rate: 0.5, seed: 2 };
      for (const count of [64, 256]) {
        if (count === 256) {
          await press(widget, 'Run');
          await reads(root, 'data-masks', '256');
        }
        const rows = await rowsOf(widget);
        const expected = crowd(parametersOf('dropout-50'), pictureAt(first), { ...setting, count });
        expectNear(column(rows, 0), expected.single[count - 1]);
        expectNear(column(rows, 1), expected.mean);
        expectNear(column(rows, 3), expected.geometric);
        expectNear(column(rows, 4), expected.whole);
      }
      await press(widget, 'Back');
      await reads(root, 'data-masks', '255');
      await press(widget, 'Reset');
      await reads(root, 'data-masks', '1');
      await press(widget, 'Step');
      await reads(root, 'data-masks', '2');
    },
  );

  it('asks another network under other masks, and gives the same answers under the other convention', async () => {
    const { widget, root } = await open('?dropout.masks=256');
    const sum = async () => parsed((await rowsOf(widget))[11][4]);
    await choose(widget, '0', 'Network trained with dropout rate');
    await choose(widget, '0.2', 'Masks drawn at rate');
    await reads(root, 'data-network', 'none');
    await reads(root, 'data-current', 'yes');
    const expected = crowd(parametersOf('dropout-0'), pictureAt(first), { rate: 0.2, seed: 1, count: 256 });
    const before = await rowsOf(widget);
    expectNear(column(before, 1), expected.mean);
    expectNear(column(before, 4), expected.whole);
    const handed = hiddenOf(parametersOf('dropout-0'), pictureAt(first)).reduce((a, b) => a + b);
    expect((await sum()) / handed).toBeCloseTo(1, 2);
    expect(await widget.locator('.dropout-equation').textContent()).toContain('h / (1 − p)');

    await choose(widget, 'afterwards', 'Kept units are scaled');
    await expect.poll(async () => (await sum()) / handed).toBeCloseTo(0.8, 2);
    expect(await widget.locator('.dropout-equation').textContent()).toContain('((1 − p) h) W′');
    const after = await rowsOf(widget);
    for (const index of [1, 3, 4]) expectNear(column(after, index), column(before, index));
    const fold = await openFold(widget, 'The layer as a graph');
    await expect.poll(() => fold.locator('pre').textContent()).toContain('Mul(h, 0.8)');
  });

  it('takes the strongest units away, in the answers and on 500 digits for each network', async () => {
    const { widget, root } = await open();
    await reads(root, 'data-ablated', 'wasm');
    const field = widget.getByRole('spinbutton', { name: 'Strongest hidden units taken away as a number' });
    await field.fill('64');
    await field.press('Enter');
    await reads(root, 'data-removed', '64');
    await reads(root, 'data-current', 'yes');
    const said = () => widget.locator('.dropout-part > p').allTextContents();
    await expect.poll(async () => (await said()).join(' ')).toContain('Without the 64 strongest');
    const sentence = (await said()).find((one) => one.startsWith('Without the 64')) ?? '';
    const shares = [...sentence.matchAll(/at rate (?:0|0\.2|0\.5), ([\d.]+) % are right/g)].map(([, share]) =>
      parsed(share),
    );
    ['dropout-0', 'dropout-20', 'dropout-50'].forEach((id, i) => {
      const parameters = parametersOf(id);
      const gone = new Set(byStrength(parameters).slice(0, 64));
      const expected = 100 * shareRight(parameters, pictures, (unit) => !gone.has(unit));
      // One picture of 500 is 0.2 %; of two scores that lie next to each other rounding may choose.
      expect(Math.abs(shares[i] - expected), id).toBeLessThan(0.5);
    });
    const parameters = parametersOf('dropout-50');
    const gone = new Set(byStrength(parameters).slice(0, 64));
    const units = hiddenOf(parameters, pictureAt(first)).map((value, unit) => (gone.has(unit) ? 0 : value));
    expectNear(column(await rowsOf(widget), 4), softmax(scoresOf(parameters, units)));
  });

  it('plays mask after mask, and holds when the figure leaves the screen', async () => {
    const { page, widget, root } = await open('?dropout.masks=1');
    await choose(widget, 'Fast', 'Speed');
    await press(widget, 'Play');
    const masks = () => numberOf(root, 'data-masks');
    await expect.poll(masks).toBeGreaterThan(3);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    let before = -1;
    await expect
      .poll(async () => {
        const now = await masks();
        const held = now === before;
        before = now;
        return held;
      })
      .toBe(true);
    const held = await masks();
    expect(held).toBeLessThan(256);
    await widget.locator('.step-bar').scrollIntoViewIfNeeded();
    await expect.poll(masks).toBeGreaterThan(held);
    await press(widget, 'Pause');
  });

  it('reads a drawing, and a link brings drawing and settings back', async () => {
    const { page, widget, root } = await open('?dropout.network=fifth&dropout.masks=9');
    await openFold(widget, 'Draw a digit instead');
    const pad = widget.getByRole('application', { name: 'Draw a digit' });
    await pad.focus();
    // A stroke straight down is a 1.
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Space');
    for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await reads(root, 'data-answer', '1');
    await reads(root, 'data-current', 'yes');
    const probability = await numberOf(root, 'data-probability');
    await press(widget, 'Share');
    await expect.poll(() => page.url()).toContain('dropout.drawing=');
    await page.reload();
    const again = (await runningWidget(page)).locator('.widget');
    await reads(again, 'data-answer', '1');
    expect(await again.getAttribute('data-network')).toBe('fifth');
    expect(await again.getAttribute('data-masks')).toBe('9');
    expect(Math.abs((await numberOf(again, 'data-probability')) - probability)).toBeLessThan(0.1);
  });

  it('says what a link got wrong and starts all the same', async () => {
    const { widget, root } = await open('?dropout.masks=9999&dropout.network=brain&dropout.digit=3');
    const notes = await widget.locator('.figure-notes').textContent();
    for (const wrong of ['9999', 'brain', 'digit']) expect(notes).toContain(wrong);
    await reads(root, 'data-masks', '256');
  });

  it('can be walked with the keyboard alone', async () => {
    const { page, widget, root } = await open();
    await widget.getByRole('slider', { name: 'Masks', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await reads(root, 'data-masks', '65');
    await page.keyboard.press('End');
    await reads(root, 'data-masks', '256');
  });
});
