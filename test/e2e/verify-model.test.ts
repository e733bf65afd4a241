/** A reader retrains a model in its page and compares it with what is published. */

import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { visit } from './browsing.ts';

describe('the page of a reproducible model', () => {
  it.each([
    { id: 'xor-mlp', site: 'atRoot', files: 4 },
    { id: 'half-adder', site: 'underBase', files: 5 },
    // Solved for, not trained step by step.
    { id: 'kernel-svm', site: 'atRoot', files: 3 },
    { id: 'neocognitron', site: 'atRoot', files: 5 },
  ] as const)(
    '$id retrains it in the browser and finds the same bytes ($site)',
    async ({ id, site, files }) => {
      const page = await visit(`models/${id}/`, { site });
      const verify = page.locator('verify-model');
      await verify.getByRole('button', { name: 'Verify here' }).click();
      await expect.poll(() => verify.getAttribute('data-state')).toMatch(/done|failed/);
      expect(await verify.getByRole('status').textContent()).toMatch(
        new RegExp(`^Retrained here in \\d+ steps and .+ All ${files} files are the same, byte for byte\\.$`),
      );
      expect(await verify.locator('li[data-same=true]').count()).toBe(files);
      // The hash that is shown is the one that the list of files names.
      const shown = await verify.locator('li', { hasText: 'model.onnx' }).locator('.digest').textContent();
      expect(await page.locator('.files li', { hasText: 'model.onnx' }).first().textContent()).toContain(
        shown,
      );
      expect(await violations(page)).toEqual([]);
    },
  );

  it('says so when a file that is handed out is not the one that was trained', async () => {
    const page = await visit('models/perceptron/', {
      prepare: (opened) =>
        opened.route('**/models/perceptron/step.onnx', (route) => route.fulfill({ body: 'altered' })),
    });
    const verify = page.locator('verify-model');
    await verify.getByRole('button', { name: 'Verify here' }).click();
    await expect.poll(() => verify.getAttribute('data-state')).toBe('done');
    expect(await verify.getByRole('status').textContent()).toContain('3 of 4 files are the same.');
    expect(await verify.locator('li[data-same=false]').textContent()).toContain(
      'step.onnx: the file here is not the one the card names',
    );
  });

  it('stops when it is told to, keeps the focus and can begin again', async () => {
    const page = await visit('models/deep-leaky-relu/');
    const verify = page.locator('verify-model');
    await verify.getByRole('button', { name: 'Verify here' }).click();
    await expect.poll(() => verify.getAttribute('data-state')).toBe('training');
    await page.keyboard.press('Enter');
    await expect.poll(() => verify.getAttribute('data-state')).toBe('stopped');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Verify here');
  });
});

it('a model that only its own machine repeats offers no verification, and says why', async () => {
  const page = await visit('models/lenet-5/');
  expect(await page.locator('verify-model').count()).toBe(0);
  expect(await page.locator('.model').textContent()).toContain('Native arithmetic differs');
});
