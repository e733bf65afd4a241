import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visit } from './browsing.ts';
import { runningWidget, waitForStatus } from './widget.ts';

/** Records the requests for models and runtime from here on. */
function watchRuntime(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\/(models|runtime)\//.test(pathname)) asked.push(pathname);
  });
  return asked;
}

/** So low that the figure is more than one screen below the first. */
const low = { width: 1280, height: 200 };

describe('a figure', () => {
  it('asks for no model and no runtime before the reader comes near', async () => {
    let asked: string[] = [];
    const page = await visit('perceptron/', {
      viewport: low,
      prepare: async (one) => {
        asked = watchRuntime(one);
      },
    });
    await page.waitForLoadState('networkidle');
    const widget = page.locator('glossary-widget');
    const top = await widget.evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(2 * low.height);
    expect(asked).toEqual([]);
    expect(await widget.getAttribute('data-status')).toBe('waiting');

    await runningWidget(page);
    expect(asked.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
  });

  it('starts where the keyboard reaches it, too', async () => {
    const page = await visit('perceptron/', { viewport: low });
    const widget = page.locator('glossary-widget');
    await widget.evaluate((element) => element.dispatchEvent(new FocusEvent('focusin', { bubbles: true })));
    await waitForStatus(widget, 'running');
  });

  it('keeps its drawing, says in a sentence what went wrong, and runs after "Try again"', async () => {
    let blocked = true;
    const page = await visit('perceptron/', {
      expected: /ERR_|Failed to load|Failed to fetch|glossary-widget "perceptron"/,
      prepare: (one) => one.route(/\.wasm$/, (route) => (blocked ? route.abort() : route.continue())),
    });
    const widget = page.locator('glossary-widget');
    await widget.scrollIntoViewIfNeeded();
    await waitForStatus(widget, 'failed');
    expect(await widget.getByRole('status').first().textContent()).toMatch(
      /^This figure could not run \(.+\)\./,
    );
    const drawing = widget.locator('.figure-drawing svg');
    expect(await drawing.isVisible()).toBe(true);
    expect(await widget.getAttribute('data-provider')).toBeNull();

    blocked = false;
    await widget.getByRole('button', { name: 'Try again' }).click();
    await waitForStatus(widget, 'running');
    expect(await drawing.isVisible()).toBe(false);
    expect(await widget.getAttribute('data-provider')).toBe('wasm');
  });

  it('fails in the same way when a model is missing', async () => {
    const page = await visit('perceptron/', {
      expected: /404|glossary-widget "perceptron"/,
      prepare: (one) => one.route(/\.onnx$/, (route) => route.fulfill({ status: 404, body: 'Not found' })),
    });
    const widget = page.locator('glossary-widget');
    await widget.scrollIntoViewIfNeeded();
    await waitForStatus(widget, 'failed');
    expect(await widget.getByRole('status').first().textContent()).toContain('the server answered 404');
    expect(await widget.locator('.figure-drawing svg').isVisible()).toBe(true);
  });

  it('runs under a base path', async () => {
    const page = await visit('perceptron/', { site: 'underBase' });
    const widget = await runningWidget(page);
    expect(await widget.getAttribute('data-provider')).toBe('wasm');
  });
});
