/** Figures as readers use them: opened on a page, set by their controls, read by what they show. */

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Kind, type Visit, visit } from './browsing.ts';

export interface Figure {
  readonly page: Page;
  readonly widget: Locator;
  /** What the figure drew when it started; its attributes say what it shows. */
  readonly root: Locator;
}

/** Waits until the figure has this status; a failure that was not waited for is reported at once. */
export async function waitForStatus(widget: Locator, status: 'running' | 'failed'): Promise<void> {
  await expect.poll(() => widget.getAttribute('data-status')).toMatch(/^(running|failed)$/);
  const reached = await widget.getAttribute('data-status');
  const notice = reached === 'failed' ? await widget.getByRole('status').first().textContent() : '';
  expect(reached, notice ?? '').toBe(status);
}

/**
 * Scrolls to a figure, asks for it where it wants to be asked, and waits until it runs.
 * @param name where the page has several
 */
export async function runningWidget(page: Page, name?: string): Promise<Locator> {
  const widget = page.locator(name ? `glossary-widget[name="${name}"]` : 'glossary-widget');
  await widget.scrollIntoViewIfNeeded();
  const ask = widget.locator('[data-run]');
  if (await ask.isVisible()) await ask.click();
  await waitForStatus(widget, 'running');
  return widget;
}

/**
 * Opens a page and runs a figure on it; where a kind is named, on that provider.
 * @param path below the site's address, with the query if there is one
 * @param name where the page has several figures
 */
export async function openFigure(
  path: string,
  { name, ...options }: Visit & { readonly name?: string } = {},
): Promise<Figure> {
  const page = await visit(path, options);
  const widget = await runningWidget(page, name);
  if (options.kind) await computeOn(page, widget, options.kind);
  return { page, widget, root: widget.locator('.widget') };
}

async function computeOn(page: Page, widget: Locator, kind: Kind): Promise<void> {
  if (kind === 'webgpu') {
    // Without an adapter the rest would silently test WASM.
    const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
    await choose(widget, 'WebGPU');
  }
  await reads(widget, 'data-provider', kind);
}

export const press = (widget: Locator, name: string): Promise<void> =>
  widget.getByRole('button', { name, exact: true }).click();

/** @param group where several groups have an option of this name */
export const choose = (widget: Locator, name: string, group?: string): Promise<void> =>
  (group ? widget.getByRole('group', { name: group }) : widget)
    .getByRole('radio', { name, exact: true })
    .check();

/** Waits until an attribute has this value: what was pressed is drawn in the next frame, or computed first. */
export const reads = (target: Locator, attribute: string, value: string): Promise<void> =>
  expect.poll(() => target.getAttribute(attribute), { message: attribute }).toBe(value);

/** Waits until an attribute holds this number, within half a unit of the last of so many decimals. */
export const comesTo = (target: Locator, attribute: string, value: number, decimals: number): Promise<void> =>
  expect.poll(() => numberOf(target, attribute), { message: attribute }).toBeCloseTo(value, decimals);

/** NaN where there is none. */
export const numberOf = async (target: Locator, attribute: string): Promise<number> =>
  Number((await target.getAttribute(attribute)) ?? Number.NaN);

/** Waits until the sentence that tells what the figure shows has this in it. */
export const says = (root: Locator, words: string | RegExp): Promise<void> =>
  expect.poll(() => root.locator('.figure-state').textContent()).toMatch(words);

/** Opens every fold at once. */
export const openFolds = (within: Page | Locator): Promise<void> =>
  within.locator('details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });

/** Opens the fold of this title. */
export async function openFold(widget: Locator, title: string): Promise<Locator> {
  const fold = widget.locator('details', { has: widget.page().locator('summary', { hasText: title }) });
  await fold.evaluate((one) => {
    (one as HTMLDetailsElement).open = true;
  });
  return fold;
}

/**
 * The figure as a table: by row, the cells after the first.
 * @param least rows to wait for
 */
export async function tableOf(widget: Locator, least: number): Promise<string[][]> {
  const rows = (await openFold(widget, 'The figure as a table')).locator('tbody tr');
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(least);
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  );
}

/** By how many pixels the page is wider than the screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
