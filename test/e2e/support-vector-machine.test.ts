import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { type Kind, visit } from './browsing.ts';
import { runningWidget } from './widget.ts';

const choose = (widget: Locator, name: string) => widget.getByRole('radio', { name, exact: true }).check();
const reads = (root: Locator, name: string, value: string) =>
  expect.poll(() => root.getAttribute(name), { timeout: 80_000, message: name }).toBe(value);

async function open(kind: Kind, query = '') {
  const page = await visit(`support-vector-machine/${query}`, { kind });
  const widget = await runningWidget(page);
  if (kind === 'webgpu') {
    const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
    await choose(widget, 'WebGPU');
    await reads(widget, 'data-provider', 'webgpu');
  }
  return { page, widget, root: widget.locator('.widget') };
}

describe.each<{ kind: Kind }>([{ kind: 'wasm' }, { kind: 'webgpu' }])('the figure on $kind', ({ kind }) => {
  it('shows the machine that the entry tells of, and others when asked', async () => {
    const { widget, root } = await open(kind);
    await reads(root, 'data-support', '19');
    await reads(root, 'data-violating', '14');
    await reads(root, 'data-held-out-right', '199');
    expect(await widget.locator('.svm-support').count()).toBeGreaterThanOrEqual(5);

    await choose(widget, 'x · x′');
    await reads(root, 'data-kernel', 'linear');
    await reads(root, 'data-held-out-right', '108');
    await choose(widget, 'Beside a line');
    await choose(widget, '100');
    await reads(root, 'data-support', '3');
    await reads(root, 'data-right', '40');
    expect(await widget.locator('.figure-state').textContent()).toContain(
      '3 of 40 points are support vectors',
    );
  });
});

it('is set from the keyboard, starts over, and comes back from a link', async () => {
  const { page, widget, root } = await open(
    'wasm',
    '?support-vector-machine.cost=100&support-vector-machine.v=1',
  );
  await reads(root, 'data-support', '8');
  await widget.getByRole('radio', { name: '100', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await reads(root, 'data-support', '19');
  await choose(widget, 'x · x′');
  await reads(root, 'data-held-out-right', '108');
  await widget.getByRole('button', { name: 'Start over' }).click();
  await reads(root, 'data-kernel', 'square');
  await reads(root, 'data-held-out-right', '199');
});

it('has a table of all points and no fault that axe finds, in both themes', async () => {
  const { page, widget, root } = await open('wasm');
  await reads(root, 'data-support', '19');
  const fold = widget.locator('details', { hasText: 'The figure as a table' });
  await fold.evaluate((one) => {
    (one as HTMLDetailsElement).open = true;
  });
  await expect.poll(() => fold.locator('tbody tr').count()).toBe(80);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
});
