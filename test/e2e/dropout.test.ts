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
import { violations } from './axe.ts';
import { type Kind, visit } from './browsing.ts';
import { runningWidget } from './widget.ts';

const models = join(import.meta.dirname, '../../models');
const parametersOf = (id: string) => readInitializers(readFileSync(join(models, id, 'model.onnx')));
const sample = JSON.parse(readFileSync(join(models, 'dropout-50/held-out.json'), 'utf8'));
const pictures = { x: fromSample(sample, 10).x, labels: sample.labels as number[] };
const pictureAt = (number: number) => pictures.x.subarray((number - 1) * 784, number * 784);
/** The picture with which the figure begins. */
const first = 143;

const press = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true }).click();
const choose = (widget: Locator, group: string, name: string) =>
  widget.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
const reads = (root: Locator, name: string, value: string) =>
  expect.poll(() => root.getAttribute(name), { timeout: 80_000, message: name }).toBe(value);
const parsed = (text: string) => Number(text.replace('−', '-').replace(' %', ''));

/** The figure's own table: by row, the cells after the first. */
async function tableOf(widget: Locator): Promise<string[][]> {
  const fold = widget.locator('details', { hasText: 'The figure as a table' });
  await fold.evaluate((one) => {
    (one as HTMLDetailsElement).open = true;
  });
  await expect.poll(() => fold.locator('tbody tr').count(), { timeout: 80_000 }).toBe(12);
  return fold
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
}

async function open(kind: Kind, query = '') {
  const page = await visit(`dropout/${query}`, { kind });
  const widget = await runningWidget(page);
  const root = widget.locator('.widget');
  if (kind === 'webgpu') {
    const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
    await choose(widget, 'Compute on', 'WebGPU');
    await reads(widget, 'data-provider', 'webgpu');
  }
  await reads(root, 'data-current', 'yes');
  return { page, widget, root };
}

/** A column of ten probabilities; those below a ten-thousandth, printed with an exponent, count as 0. */
const column = (rows: string[][], index: number) =>
  rows.slice(0, 10).map((row) => (row[index].includes('×') ? 0 : parsed(row[index])));
const expectNear = (found: readonly number[], expected: readonly number[]) => {
  found.forEach((one, i) => {
    expect(Math.abs(one - expected[i]), `digit ${i}`).toBeLessThan(0.002);
  });
};

describe.each<{ kind: Kind }>([{ kind: 'wasm' }, { kind: 'webgpu' }])('dropout on $kind', ({ kind }) => {
  it('begins with 64 masks, and after 256 has the means that the definitions have', async () => {
    const { widget, root } = await open(kind);
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
      const rows = await tableOf(widget);
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
  });

  it('asks another network under other masks, and gives the same answers under the other convention', async () => {
    const { widget, root } = await open(kind, '?dropout.masks=256');
    const sum = async () => parsed((await tableOf(widget))[11][4]);
    await choose(widget, 'Network trained with dropout rate', '0');
    await choose(widget, 'Masks drawn at rate', '0.2');
    await reads(root, 'data-network', 'none');
    await reads(root, 'data-current', 'yes');
    const expected = crowd(parametersOf('dropout-0'), pictureAt(first), { rate: 0.2, seed: 1, count: 256 });
    const before = await tableOf(widget);
    expectNear(column(before, 1), expected.mean);
    expectNear(column(before, 4), expected.whole);
    const handed = hiddenOf(parametersOf('dropout-0'), pictureAt(first)).reduce((a, b) => a + b);
    expect((await sum()) / handed).toBeCloseTo(1, 2);
    expect(await widget.locator('.dropout-equation').textContent()).toContain('h / (1 − p)');

    await choose(widget, 'Kept units are scaled', 'afterwards');
    await expect.poll(async () => (await sum()) / handed, { timeout: 80_000 }).toBeCloseTo(0.8, 2);
    expect(await widget.locator('.dropout-equation').textContent()).toContain('((1 − p) h) W′');
    const after = await tableOf(widget);
    for (const index of [1, 3, 4]) expectNear(column(after, index), column(before, index));
    const fold = widget.locator('details', { hasText: 'The layer as a graph' });
    await fold.locator('summary').click();
    await expect.poll(() => fold.locator('pre').textContent()).toContain('Mul(h, 0.8)');
  });

  it('takes the strongest units away, in the answers and on 500 digits for each network', async () => {
    const { widget, root } = await open(kind);
    await reads(root, 'data-ablated', kind);
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
    expectNear(column(await tableOf(widget), 4), softmax(scoresOf(parameters, units)));
  });
});

describe('dropout', () => {
  it('plays mask after mask, and holds when the figure leaves the screen', async () => {
    const { page, widget, root } = await open('wasm', '?dropout.masks=1');
    await choose(widget, 'Speed', 'Fast');
    await press(widget, 'Play');
    const masks = async () => Number(await root.getAttribute('data-masks'));
    await expect.poll(masks, { timeout: 80_000 }).toBeGreaterThan(3);
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
    await expect.poll(masks, { timeout: 80_000 }).toBeGreaterThan(held);
    await press(widget, 'Pause');
  });

  it('reads a drawing, and a link brings drawing and settings back', async () => {
    const { page, widget, root } = await open('wasm', '?dropout.network=fifth&dropout.masks=9');
    const fold = widget.locator('details', { hasText: 'Draw a digit instead' });
    await fold.locator('summary').click();
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
    const probability = Number(await root.getAttribute('data-probability'));
    await press(widget, 'Share');
    await expect.poll(() => page.url()).toContain('dropout.drawing=');
    await page.reload();
    const again = (await runningWidget(page)).locator('.widget');
    await reads(again, 'data-answer', '1');
    expect(await again.getAttribute('data-network')).toBe('fifth');
    expect(await again.getAttribute('data-masks')).toBe('9');
    expect(Math.abs(Number(await again.getAttribute('data-probability')) - probability)).toBeLessThan(0.1);
  });

  it('says what a link got wrong and starts all the same', async () => {
    const { widget, root } = await open('wasm', '?dropout.masks=9999&dropout.network=brain&dropout.digit=3');
    const notes = await widget.locator('.figure-notes').textContent();
    for (const wrong of ['9999', 'brain', 'digit']) expect(notes).toContain(wrong);
    await reads(root, 'data-masks', '256');
  });

  it('can be walked with the keyboard alone', async () => {
    const { page, widget, root } = await open('wasm');
    await widget.getByRole('slider', { name: 'Masks', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await reads(root, 'data-masks', '65');
    await page.keyboard.press('End');
    await reads(root, 'data-masks', '256');
  });
});

it.each(['light', 'dark'] as const)(
  'axe finds nothing on the page with every fold open, on a phone in %s colours',
  async (colorScheme) => {
    const page = await visit('dropout/', { colorScheme, viewport: { width: 320, height: 640 } });
    const widget = await runningWidget(page);
    await widget.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    await expect.poll(() => widget.locator('.figure-folds tbody tr').count()).toBeGreaterThan(12);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
);
