/** The entry on AI winters: the timeline walked by keyboard and pointer, and its three causes running. */

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { trainedState } from '../../src/widgets/credit-assignment/figure.ts';
import { momentOf } from '../../src/widgets/credit-assignment/state.ts';
import { events, laneOf } from '../../src/widgets/timeline/events.ts';
import { violations } from './axe.ts';
import { type Kind, type Visit, visit } from './browsing.ts';
import { waitForStatus } from './widget.ts';

interface Opened {
  readonly page: Page;
  readonly widget: Locator;
  readonly root: Locator;
}

async function open(name: string, options: Visit = {}, query = ''): Promise<Opened> {
  const page = await visit(`ai-winter/${query}`, options);
  const widget = page.locator(`glossary-widget[name="${name}"]`);
  await widget.scrollIntoViewIfNeeded();
  await waitForStatus(widget, 'running');
  return { page, widget, root: widget.locator('.widget') };
}

const reads = (root: Locator, attribute: string, value: string) =>
  expect.poll(() => root.getAttribute(attribute), { timeout: 80_000, message: attribute }).toBe(value);
const numberOf = async (root: Locator, attribute: string) => Number(await root.getAttribute(attribute));

async function onWebGpu({ page, widget }: Opened): Promise<void> {
  // Without an adapter the rest would silently test WASM.
  const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
  expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
  await widget.getByRole('radio', { name: 'WebGPU', exact: true }).check();
  await reads(widget, 'data-provider', 'webgpu');
}

const lighthill = events.findIndex(({ id }) => id === 'lighthill');
const idOf = (place: number) => events[place].id;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-event'));

describe('the timeline', () => {
  it('is walked by keys, the focus going along', async () => {
    const { page, root } = await open('timeline');
    await reads(root, 'data-event', 'lighthill');
    await root.getByRole('option', { selected: true }).focus();
    for (const { key, place } of [
      { key: 'ArrowRight', place: lighthill + 1 },
      { key: 'ArrowDown', place: lighthill + 2 },
      { key: 'ArrowLeft', place: lighthill + 1 },
      { key: 'ArrowUp', place: lighthill },
      { key: 'PageDown', place: lighthill + 10 },
      { key: 'PageUp', place: lighthill },
      { key: 'End', place: events.length - 1 },
      { key: 'Home', place: 0 },
    ]) {
      await page.keyboard.press(key);
      await reads(root, 'data-event', idOf(place));
      await expect.poll(() => focused(page)).toBe(idOf(place));
    }
    await expect
      .poll(() => root.locator('.figure-state').textContent())
      .toMatch(/^1943: Networks of threshold units\./);
    expect(await root.getByRole('option').count()).toBe(events.length);
    expect(await root.locator('[role="option"][tabindex="0"]').count()).toBe(1);
  });

  it('is walked by buttons and by pointing beside an event', async () => {
    const { page, root } = await open('timeline');
    await root.getByRole('button', { name: 'Later', exact: true }).click();
    await reads(root, 'data-event', idOf(lighthill + 1));
    await root.getByRole('button', { name: 'Earlier', exact: true }).click();
    await reads(root, 'data-event', 'lighthill');
    const box = await root.locator('[data-event="alpac"][role="option"]').boundingBox();
    if (!box) throw new Error('the ALPAC report has no place');
    await page.mouse.click(box.x - 8, box.y + box.height / 2);
    await reads(root, 'data-event', 'alpac');
    const links = root.locator('.figure-controls .timeline-links a');
    expect(await links.allTextContents()).toEqual(['ALPAC 1966', 'ALPAC report']);
    await links.first().click();
    await page.waitForURL(/\/bibliography\/#alpac-1966$/);
    expect(await page.locator('#alpac-1966').isVisible()).toBe(true);
  });

  it('leaves out lanes, and shares what it shows', async () => {
    const { page, root } = await open('timeline', { permissions: ['clipboard-read', 'clipboard-write'] });
    await root.getByRole('switch', { name: 'Ideas' }).click();
    await root.getByRole('switch', { name: 'Systems and contests' }).click();
    await root.getByRole('switch', { name: 'Promises and verdicts' }).click();
    await reads(root, 'data-shown', 'money');
    const money = events.filter((one) => laneOf(one) === 'money');
    await expect.poll(() => root.getByRole('option').count()).toBe(money.length);
    expect(await root.getByRole('switch', { name: 'Money' }).isDisabled()).toBe(true);
    await root.getByRole('option', { selected: true }).focus();
    await page.keyboard.press('End');
    await reads(root, 'data-event', money[money.length - 1].id);
    await root.getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => page.url()).toContain('timeline.shown=money');
    await page.reload();
    const again = page.locator('glossary-widget[name="timeline"]');
    await waitForStatus(again, 'running');
    await reads(again.locator('.widget'), 'data-event', money[money.length - 1].id);
    await reads(again.locator('.widget'), 'data-events', String(money.length));
  });

  it('says what a link asks for in vain', async () => {
    const { root } = await open('timeline', {}, '?timeline.event=%3Cimg%3E&timeline.shown=war');
    await reads(root, 'data-event', 'lighthill');
    await reads(root, 'data-events', String(events.length));
    expect(await root.locator('.figure-notes li').count()).toBe(2);
  });

  it('stands upright on a telephone and lies on a wide screen', async () => {
    const narrow = await open('timeline', { viewport: { width: 320, height: 640 } });
    const listbox = (one: Opened) => one.root.getByRole('listbox').getAttribute('aria-orientation');
    expect(await listbox(narrow)).toBe('vertical');
    expect(await listbox(await open('timeline'))).toBe('horizontal');
  });

  it('is a list of all events without script', async () => {
    const page = await visit('ai-winter/', { javaScriptEnabled: false });
    expect(await page.locator('.timeline-told li').count()).toBe(events.length);
    expect(await page.locator('.timeline-told').isVisible()).toBe(true);
  });
});

describe.each<{ kind: Kind }>([{ kind: 'wasm' }, { kind: 'webgpu' }])('the causes on $kind', ({ kind }) => {
  it('one unit starts with three points of XOR right, and goes round for ever', async () => {
    const opened = await open('perceptron', { kind });
    const { widget, root } = opened;
    if (kind === 'webgpu') await onWebGpu(opened);
    await reads(root, 'data-preset', 'xor');
    await reads(root, 'data-right', '3');
    await reads(root, 'data-best', '3');
    await widget.getByRole('button', { name: 'Run', exact: true }).click();
    await reads(root, 'data-ending', 'cycle');
    await widget.getByRole('button', { name: 'Start over', exact: true }).click();
    await reads(root, 'data-right', '3');
    await reads(root, 'data-preset', 'xor');
  });

  it('blame for the output unit alone does not learn XOR; passed back it does', async () => {
    const expected = momentOf(await trainedState({ seed: 1, rate: 0.5, steps: 20 }));
    const opened = await open('credit-assignment', { kind }, '?credit-assignment.steps=20');
    const { widget, root } = opened;
    await reads(root, 'data-computed', 'true');
    if (kind === 'webgpu') {
      await onWebGpu(opened);
      // Another seed and back: everything is computed anew, by the graphics card. The slider's first place is seed 1.
      const seed = widget.getByRole('slider', { name: 'Seed of the initial weights' });
      await seed.fill('4');
      await reads(root, 'data-seed', '5');
      await reads(root, 'data-computed', 'true');
      await seed.fill('0');
      await reads(root, 'data-seed', '1');
    }
    await expect
      .poll(() => numberOf(root, 'data-loss-all'), { timeout: 80_000 })
      .toBeCloseTo(expected?.all.loss ?? 0, 3);
    await reads(root, 'data-step', '20');
    expect(await numberOf(root, 'data-loss-output')).toBeCloseTo(expected?.output.loss ?? 0, 3);
    await widget.getByRole('button', { name: 'Step', exact: true }).click();
    await reads(root, 'data-step', '21');
    await reads(root, 'data-computed', 'true');
    await widget.getByRole('button', { name: 'Back', exact: true }).click();
    await reads(root, 'data-step', '20');
    if (kind === 'wasm') {
      await widget.getByRole('button', { name: 'Run', exact: true }).click();
      await reads(root, 'data-step', '400');
      await reads(root, 'data-right-all', '4');
      expect(await numberOf(root, 'data-right-output')).toBeLessThan(4);
      expect(await numberOf(root, 'data-loss-output')).toBeGreaterThan(0.6);
    }
    expect(await widget.getAttribute('data-provider')).toBe(kind);
  });

  it('the first layer of sigmoids gets no message', async () => {
    const opened = await open('relu', { kind });
    const { widget, root } = opened;
    if (kind === 'webgpu') await onWebGpu(opened);
    await reads(root, 'data-frames', '1');
    expect(await root.locator('.units title').textContent()).toContain('sigmoid');
    const fold = widget.locator('details', { hasText: 'The figure as a table' });
    await fold.evaluate((one) => {
      (one as HTMLDetailsElement).open = true;
    });
    await expect
      .poll(() => fold.locator('tbody tr').first().locator('td').first().textContent())
      .toMatch(/× 10⁻⁹$/);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each([
    { path: 'ai-winter/', figures: ['timeline', 'perceptron', 'credit-assignment', 'relu'] },
    { path: 'timeline/', figures: [] },
    { path: 'embed/timeline/', figures: ['timeline'] },
  ])('axe finds nothing at $path with every figure running, on a phone', async ({ path, figures }) => {
    const page = await visit(path, { colorScheme, viewport: { width: 320, height: 640 } });
    for (const name of figures) {
      const widget = page.locator(`glossary-widget[name="${name}"]`);
      await widget.scrollIntoViewIfNeeded();
      await waitForStatus(widget, 'running');
    }
    await page.locator('glossary-widget details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('the page of the timeline', () => {
  it('shows every event in its period and leaves out kinds without script', async () => {
    const page = await visit('timeline/', { javaScriptEnabled: false });
    const shown = () => page.locator('.timeline-list > li:visible').count();
    expect(await shown()).toBe(events.length);
    expect(await page.locator('.timeline-periods a').count()).toBe(9);
    await page.getByRole('checkbox', { name: 'Ideas' }).uncheck();
    expect(await shown()).toBe(events.filter((one) => laneOf(one) !== 'ideas').length);
  });
  it('has an address for each event, and leads to the entry', async () => {
    const page = await visit('timeline/#event-alpac');
    expect(await page.locator('#event-alpac').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'The same as a figure' }).click();
    await page.waitForURL(/\/ai-winter\/#figure-timeline$/);
  });
});
