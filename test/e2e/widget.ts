/** Waits for figures, as readers see them: by their status. */

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Long enough for a software adapter on a busy machine. */
const patience = 80_000;

/** Waits until the figure has this status; a failure that was not waited for is reported at once. */
export async function waitForStatus(widget: Locator, status: 'running' | 'failed'): Promise<void> {
  await expect
    .poll(() => widget.getAttribute('data-status'), { timeout: patience, interval: 100 })
    .toMatch(/^(running|failed)$/);
  const reached = await widget.getAttribute('data-status');
  const notice = reached === 'failed' ? await widget.getByRole('status').first().textContent() : '';
  expect(reached, notice ?? '').toBe(status);
}

/** Scrolls to the page's figure, asks for it where it wants to be asked, and waits until it runs. */
export async function runningWidget(page: Page): Promise<Locator> {
  const widget = page.locator('glossary-widget');
  await widget.scrollIntoViewIfNeeded();
  const ask = widget.locator('[data-run]');
  if (await ask.isVisible()) await ask.click();
  await waitForStatus(widget, 'running');
  return widget;
}
