/** The entry on AI winters: the timeline walked by keyboard and pointer, and its three causes running. */

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { trainedState } from '../../src/widgets/credit-assignment/figure.ts';
import { momentOf } from '../../src/widgets/credit-assignment/state.ts';
import { events, laneOf } from '../../src/widgets/timeline/events.ts';
import { violationsInBoth } from './axe.ts';
import { kinds, type Visit, visit } from './browsing.ts';
import {
  comesTo,
  type Figure,
  numberOf,
  openFigure,
  openFold,
  overflow,
  press,
  reads,
  runningWidget,
  says,
} from './widget.ts';

const open = (name: string, { query = '', ...options }: Visit & { readonly query?: string } = {}) =>
  openFigure(`ai-winter/${query}`, { name, ...options });

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
    await says(root, /^1943: Networks of threshold units\./);
    expect(await root.getByRole('option').count()).toBe(events.length);
    expect(await root.locator('[role="option"][tabindex="0"]').count()).toBe(1);
  });

  it('is walked by buttons and by pointing beside an event', async () => {
    const { page, root } = await open('timeline');
    await press(root, 'Later');
    await reads(root, 'data-event', idOf(lighthill + 1));
    await press(root, 'Earlier');
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
    await press(root, 'Share');
    await expect.poll(() => page.url()).toContain('timeline.shown=money');
    await page.reload();
    const again = (await runningWidget(page, 'timeline')).locator('.widget');
    await reads(again, 'data-event', money[money.length - 1].id);
    await reads(again, 'data-events', String(money.length));
  });

  it('says what a link asks for in vain', async () => {
    const { root } = await open('timeline', { query: '?timeline.event=%3Cimg%3E&timeline.shown=war' });
    await reads(root, 'data-event', 'lighthill');
    await reads(root, 'data-events', String(events.length));
    expect(await root.locator('.figure-notes li').count()).toBe(2);
  });

  it('stands upright on a telephone and lies on a wide screen', async () => {
    const narrow = await open('timeline', { viewport: { width: 320, height: 640 } });
    const listbox = (one: Figure) => one.root.getByRole('listbox').getAttribute('aria-orientation');
    expect(await listbox(narrow)).toBe('vertical');
    expect(await listbox(await open('timeline'))).toBe('horizontal');
  });

  it('is a list of all events without script', async () => {
    const page = await visit('ai-winter/', { javaScriptEnabled: false });
    expect(await page.locator('.timeline-told li').count()).toBe(events.length);
    expect(await page.locator('.timeline-told').isVisible()).toBe(true);
  });
});

describe('the causes', () => {
  it('one unit starts with three points of XOR right, and goes round for ever', async () => {
    const { widget, root } = await open('perceptron');
    await reads(root, 'data-preset', 'xor');
    await reads(root, 'data-right', '3');
    await reads(root, 'data-best', '3');
    await press(widget, 'Run');
    await reads(root, 'data-ending', 'cycle');
    await press(widget, 'Start over');
    await reads(root, 'data-right', '3');
    await reads(root, 'data-preset', 'xor');
  });

  it.each(kinds)(
    'blame for the output unit alone does not learn XOR; passed back it does, on %s',
    async (kind) => {
      const expected = momentOf(await trainedState({ seed: 1, rate: 0.5, steps: 20 }));
      const { widget, root } = await open('credit-assignment', {
        kind,
        query: '?credit-assignment.steps=20',
      });
      // Another seed and back, so that nothing is left of what was computed before the provider was chosen.
      const seed = widget.getByRole('slider', { name: 'Seed of the initial weights' });
      await seed.fill('4');
      await reads(root, 'data-seed', '5');
      await reads(root, 'data-computed', 'true');
      // The slider's first place is seed 1.
      await seed.fill('0');
      await reads(root, 'data-seed', '1');
      await comesTo(root, 'data-loss-all', expected?.all.loss ?? 0, 3);
      await reads(root, 'data-step', '20');
      await comesTo(root, 'data-loss-output', expected?.output.loss ?? 0, 3);
      await press(widget, 'Step');
      await reads(root, 'data-step', '21');
      await reads(root, 'data-computed', 'true');
      await press(widget, 'Back');
      await reads(root, 'data-step', '20');
      expect(await widget.getAttribute('data-provider')).toBe(kind);
      // 400 steps more would show nothing else of a software adapter.
      if (kind === 'webgpu') return;
      await press(widget, 'Run');
      await reads(root, 'data-step', '400');
      await reads(root, 'data-right-all', '4');
      expect(await numberOf(root, 'data-right-output')).toBeLessThan(4);
      expect(await numberOf(root, 'data-loss-output')).toBeGreaterThan(0.6);
    },
  );

  it('the first layer of sigmoids gets no message', async () => {
    const { widget, root } = await open('relu');
    await reads(root, 'data-frames', '1');
    expect(await root.locator('.units title').textContent()).toContain('sigmoid');
    const fold = await openFold(widget, 'The figure as a table');
    await expect
      .poll(() => fold.locator('tbody tr').first().locator('td').first().textContent())
      .toMatch(/× 10⁻⁹$/);
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
  it('fits 320 px, where axe finds nothing wrong in light or dark colours', async () => {
    const page = await visit('timeline/', { viewport: { width: 320, height: 640 } });
    expect(await overflow(page)).toBe(0);
    expect(await violationsInBoth(page)).toEqual([]);
  });
  it('has an address for each event, and leads to the entry', async () => {
    const page = await visit('timeline/#event-alpac');
    expect(await page.locator('#event-alpac').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'The same as a figure' }).click();
    await page.waitForURL(/\/ai-winter\/#figure-timeline$/);
  });
});
