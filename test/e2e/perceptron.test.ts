import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { perceptronRule } from '../../src/trainer/rules/perceptron-rule.ts';
import { tasks, trace } from '../trainer/rules/trace.ts';
import { kinds, type Visit } from './browsing.ts';
import { choose, openFigure, press, reads, says } from './widget.ts';

/** Bias, then weights, after each step on AND from zero, by the rule's own definition. */
const trajectory = trace(perceptronRule, tasks.and, { epochs: 9 }).flatMap((epoch) => epoch.weights);

/** A software adapter draws the figure's field cell by cell: few cells keep the test short. */
const fewCells = (page: Page) =>
  page.route('**/perceptron/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<glossary-widget', '<glossary-widget data-grid="12"');
    await route.fulfill({ response, body });
  });

const open = (options: Visit = {}) => openFigure('perceptron/', { prepare: fewCells, ...options });

/** Bias, then weights, as the figure's table shows them. */
async function parametersOf(widget: Locator): Promise<number[]> {
  const rows = widget.getByRole('table', { name: 'The parameters before and after the latest step' });
  const cells = await rows.locator('tbody tr td:last-child').allTextContents();
  const [w1, w2, b] = cells.map((text) => Number(text.replace('−', '-')));
  return [b, w1, w2];
}

describe.each(kinds)('the perceptron on %s', (kind) => {
  it('learns AND as its trace says: 18 mistakes, then b = −4, w = (3, 2)', async () => {
    const { widget, root } = await open({ kind });
    await choose(widget, 'AND');
    await reads(root, 'data-preset', 'and');
    for (let step = 1; step <= 5; step++) {
      await press(widget, 'Step');
      await reads(root, 'data-step', String(step));
      expect(await parametersOf(widget)).toEqual(trajectory[step - 1]);
    }
    await press(widget, 'Back');
    await reads(root, 'data-step', '4');
    expect(await parametersOf(widget)).toEqual(trajectory[3]);

    await press(widget, 'Run');
    await reads(root, 'data-ending', 'clean');
    await reads(root, 'data-motion', 'resting');
    expect(await root.getAttribute('data-mistakes')).toBe('18');
    expect(await root.getAttribute('data-bound')).toBe('51');
    const meter = widget.getByRole('meter', { name: 'Mistakes, of those that the theorem allows' });
    expect([await meter.getAttribute('value'), await meter.getAttribute('max')]).toEqual(['18', '51']);
    expect(await parametersOf(widget)).toEqual([-4, 3, 2]);
    await reads(root, 'data-right', '4');
    expect(await widget.textContent()).toContain(
      'Pass 9 went through without a mistake, after 18 mistakes in all',
    );
  });

  it('says on which provider it ran, how large its files are and how long it took', async () => {
    const { widget } = await open({ kind });
    const line = widget.locator('.compute-text');
    const [name, size] = kind === 'webgpu' ? ['WebGPU', '16.8'] : ['WASM', '14.2'];
    await expect
      .poll(() => line.textContent())
      .toMatch(
        new RegExp(
          `^Runs on ${name} · models [\\d.]+ k?B, graphs made here [\\d.]+ kB, runtime ${size} MB · first run [\\d.]+ m?s`,
        ),
      );
    // Both have run by now, on the same numbers.
    if (kind === 'webgpu')
      await expect.poll(() => line.textContent()).toMatch(/WebGPU and WASM differ by (nothing|at most \S+)$/);
  });
});

describe('the perceptron', () => {
  it('gets 3 of 4 on XOR with one unit and 4 of 4 with a hidden layer', async () => {
    const { widget, root } = await open();
    await choose(widget, 'XOR');
    await reads(root, 'data-best', '3');
    await press(widget, 'Run');
    await reads(root, 'data-ending', 'cycle');
    await says(root, 'the best any line can do is 3 of 4');
    await says(root, 'will repeat for ever, with 4 mistakes a pass');
    expect(await parametersOf(widget)).toEqual([0, 0, 0]);

    await press(widget, 'Add a hidden layer');
    await reads(root, 'data-view', 'hidden');
    await reads(root, 'data-right', '4');
    expect(await widget.textContent()).toContain('With the hidden layer 4 of 4 are right.');
    await choose(widget, 'One unit');
    await reads(root, 'data-view', 'unit');
  });
});

describe('the perceptron without WebGPU', () => {
  it('says why when the reader asks for WebGPU, and goes on computing on WASM', async () => {
    // The browser itself warns that it found no adapter.
    const { widget } = await open({ expected: /No available adapters/ });
    await choose(widget, 'WebGPU');
    await expect
      .poll(() => widget.locator('.compute-text').textContent())
      .toMatch(/^This browser .+\. Runs on WASM · /);
    expect(await widget.getAttribute('data-provider')).toBe('wasm');
  });
});

describe('the points of the perceptron', () => {
  it('can be reached, moved, flipped, added and removed, and a step taken, by keyboard alone', async () => {
    const { page, root } = await open();
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    const tabTo = async (pattern: RegExp) => {
      for (let i = 0; i < 60; i++) {
        if (pattern.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab did not lead to ${pattern} within 60 presses; it stands on "${await focused()}"`);
    };
    await root.getByRole('radio', { name: 'Separable', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await reads(root, 'data-preset', 'and');

    await root.getByRole('button', { name: 'Start over' }).focus();
    await tabTo(/^Point 1 of 4 at \(0, 0\), wanted −1/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(focused).toMatch(/^Point 1 of 4 at \(0\.05, 0\.25\), wanted −1/);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toMatch(/^Point 1 of 4 at \(0\.05, 0\.25\), wanted \+1/);
    await page.keyboard.press('Delete');
    await reads(root, 'data-points', '3');
    await tabTo(/^Add a point$/);
    await page.keyboard.press('Enter');
    await reads(root, 'data-points', '4');
    await expect.poll(focused).toMatch(/^Point 4 of 4/);

    await root.getByRole('button', { name: 'Start over' }).focus();
    await tabTo(/^Step$/);
    await page.keyboard.press('Enter');
    await reads(root, 'data-step', '1');
    expect(await focused()).toBe('Step');
  });

  it('can be dragged by the pointer, and a press in the plane adds one', async () => {
    const { page, widget, root } = await open();
    await choose(widget, 'AND');
    const point = widget.getByRole('button', { name: /^Point 1 of 4/ });
    await point.scrollIntoViewIfNeeded();
    const from = await point.locator('.point-symbol').boundingBox();
    const to = await widget
      .getByRole('button', { name: /^Point 4 of 4/ })
      .locator('.point-symbol')
      .boundingBox();
    if (!from || !to) throw new Error('the points have no place on the screen');
    const centre = (box: typeof from) => [box.x + box.width / 2, box.y + box.height / 2] as const;
    const [[x, y], [toX, toY]] = [centre(from), centre(to)];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 5 });
    await page.mouse.up();
    await expect
      .poll(() => point.getAttribute('aria-label'))
      .toMatch(/^Point 1 of 4 at \(0\.(49|5|51), 0\.(49|5|51)\)/);

    await page.mouse.click(x + (toX - x) * 0.75, y + (toY - y) * 0.25);
    await reads(root, 'data-points', '5');
  });

  it('can be changed in a table too', async () => {
    const { widget, root } = await open();
    await choose(widget, 'OR');
    await widget.getByText('Move the points by numbers').click();
    await widget.getByRole('button', { name: 'Flip point 4' }).click();
    await reads(root, 'data-preset', 'own');
    await reads(root, 'data-best', '3');
    await widget.getByRole('spinbutton', { name: 'x₁ of point 4' }).fill('-0.5');
    await widget.getByRole('spinbutton', { name: 'x₁ of point 4' }).press('Enter');
    await expect
      .poll(() => widget.getByRole('button', { name: /^Point 4 of 4/ }).getAttribute('aria-label'))
      .toContain('at (−0.5, 1)');
  });

  it('are described to a screen reader after every step', async () => {
    const { widget } = await open();
    await choose(widget, 'AND');
    await press(widget, 'Step');
    const live = widget.locator('.figure-state');
    expect(await live.getAttribute('aria-live')).toBe('polite');
    await expect
      .poll(() => live.textContent())
      .toMatch(/^Step 1: example 1 at \(0, 0\) wanted −1, sum 0, a mistake\. Now w₁ 0, w₂ 0, b −1\./);
  });
});

describe('the delta rule', () => {
  it('corrects the sum itself, by a tenth of the error', async () => {
    const { widget, root } = await open();
    await choose(widget, 'AND');
    await choose(widget, 'Delta rule');
    await press(widget, 'Step');
    await reads(root, 'data-step', '1');
    // From zero, the first example (0, 0) wants −1: only the bias moves.
    expect(await parametersOf(widget)).toEqual([-0.1, 0, 0]);
  });
});
