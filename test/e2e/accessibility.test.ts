/** What axe finds in states that a page takes on only when it is used; every-page.test.ts shows it the rest. */

import { describe, expect, it } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { choose, openFigure, openFolds, press, reads, waitForStatus } from './widget.ts';

describe('axe finds nothing wrong, in light or dark colours, with', () => {
  it('Perceptron with its figure running, then with the hidden layer and every fold open', async () => {
    const { page, widget, root } = await openFigure('perceptron/');
    expect(await violationsInBoth(page)).toEqual([]);
    await choose(widget, 'XOR');
    await press(widget, 'Add a hidden layer');
    await reads(root, 'data-right', '4');
    await openFolds(widget);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('Perceptron where its figure cannot run', async () => {
    const page = await visit('perceptron/', {
      expected: /ERR_|Failed to load|Failed to fetch|glossary-widget "perceptron"/,
      prepare: (one) => one.route(/\.wasm$/, (route) => route.abort()),
    });
    const widget = page.locator('glossary-widget');
    await widget.scrollIntoViewIfNeeded();
    await waitForStatus(widget, 'failed');
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('Perceptron without JavaScript of its own', async () => {
    // The page's scripts are blocked, not the engine: axe must run.
    const page = await visit('perceptron/', {
      expected: /ERR_FAILED|Failed to load/,
      prepare: (one) => one.route(/\/_astro\/.*\.js$/, (route) => route.abort()),
    });
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('Perceptron on a phone', async () => {
    const page = await visit('perceptron/', { viewport: { width: 320, height: 640 } });
    expect(await violationsInBoth(page)).toEqual([]);
  });

  it('open search with results', async () => {
    const page = await visit('');
    await page.keyboard.press('/');
    await page.keyboard.type('perceptron');
    await page.getByRole('dialog').locator('.search-result').first().waitFor();
    expect(await violationsInBoth(page)).toEqual([]);
  });
});
