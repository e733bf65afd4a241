import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { visit } from './browsing.ts';
import { runningWidget, waitForStatus } from './widget.ts';

describe.each(['light', 'dark'] as const)('in %s colours, axe finds nothing wrong with', (colorScheme) => {
  it.each([
    { what: 'the home page', path: '' },
    { what: 'Linear separability', path: 'linear-separability/' },
    { what: 'the page for wrong addresses', path: '404.html' },
  ])('$what', async ({ path }) => {
    const page = await visit(path, { colorScheme });
    expect(await violations(page)).toEqual([]);
  });

  it('Perceptron with its figure running', async () => {
    const page = await visit('perceptron/', { colorScheme });
    await runningWidget(page);
    expect(await violations(page)).toEqual([]);
  });

  it('Perceptron with the hidden layer and every fold open', async () => {
    const page = await visit('perceptron/', { colorScheme });
    const widget = await runningWidget(page);
    await widget.getByRole('radio', { name: 'XOR', exact: true }).check();
    await widget.getByRole('button', { name: 'Add a hidden layer' }).click();
    await expect.poll(() => widget.locator('.widget').getAttribute('data-right')).toBe('4');
    await widget.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    expect(await violations(page)).toEqual([]);
  });

  it('Perceptron where its figure cannot run', async () => {
    const page = await visit('perceptron/', {
      colorScheme,
      expected: /ERR_|Failed to load|Failed to fetch|glossary-widget "perceptron"/,
      prepare: (one) => one.route(/\.wasm$/, (route) => route.abort()),
    });
    const widget = page.locator('glossary-widget');
    await widget.scrollIntoViewIfNeeded();
    await waitForStatus(widget, 'failed');
    expect(await violations(page)).toEqual([]);
  });

  it('Perceptron without JavaScript of its own', async () => {
    // The page's scripts are blocked, not the engine: axe must run.
    const page = await visit('perceptron/', {
      colorScheme,
      expected: /ERR_FAILED|Failed to load/,
      prepare: (one) => one.route(/\/_astro\/.*\.js$/, (route) => route.abort()),
    });
    expect(await violations(page)).toEqual([]);
  });

  it('open search with results', async () => {
    const page = await visit('', { colorScheme });
    await page.keyboard.press('/');
    await page.keyboard.type('perceptron');
    await page.getByRole('dialog').locator('.search-result').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('Perceptron on a phone', async () => {
    const page = await visit('perceptron/', { colorScheme, viewport: { width: 320, height: 640 } });
    expect(await violations(page)).toEqual([]);
  });
});
