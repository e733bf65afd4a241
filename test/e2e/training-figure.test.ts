import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startSettings } from '../../src/widgets/kit/settings.ts';
import { nextMoment } from '../../src/widgets/training/compute.ts';
import { model } from '../../src/widgets/training/model.ts';
import type { State } from '../../src/widgets/training/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { violations } from './axe.ts';
import { type Kind, type Visit, visit } from './browsing.ts';
import { runningWidget } from './widget.ts';

/** The untrained network and its first two epochs, by the operators' own definitions in float64. */
const { moments } = await (async () => {
  let state: State = model.initial(startSettings(model));
  const { course } = state;
  for (let epoch = 0; epoch <= 2; epoch++)
    state = model.update(state, {
      kind: 'trained',
      course,
      moment: await nextMoment(referenceRunner, state),
    });
  return state;
})();

async function open({
  kind = 'wasm',
  query = '?training.epochs=1&training.v=1',
  ...options
}: Visit & { readonly query?: string } = {}): Promise<{
  page: Page;
  widget: Locator;
  root: Locator;
}> {
  const page = await visit(`training/${query}`, { kind, ...options });
  const widget = await runningWidget(page);
  if (kind === 'webgpu') {
    // Without an adapter the rest would silently test WASM.
    const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
    await widget.getByRole('radio', { name: 'WebGPU', exact: true }).check();
  }
  await expect.poll(() => widget.getAttribute('data-provider'), { timeout: 80_000 }).toBe(kind);
  return { page, widget, root: widget.locator('.widget') };
}

const press = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true }).click();
const reads = (root: Locator, name: string, value: string) =>
  expect.poll(() => root.getAttribute(name), { timeout: 80_000, message: name }).toBe(value);
const number = async (root: Locator, name: string) => Number(await root.getAttribute(name));

async function expectEpoch(root: Locator, epoch: number): Promise<void> {
  await reads(root, 'data-epoch', String(epoch));
  await reads(root, 'data-computed', 'true');
  expect(await number(root, 'data-loss')).toBeCloseTo(moments[epoch].training.loss, 3);
  expect(await number(root, 'data-accuracy')).toBeCloseTo(moments[epoch].training.accuracy, 2);
}

describe.each<{ kind: Kind }>([{ kind: 'wasm' }, { kind: 'webgpu' }])('training on $kind', ({ kind }) => {
  it('goes as the definitions say, epoch by epoch, and back to the untrained network', async () => {
    const { widget, root } = await open({ kind });
    await expectEpoch(root, 1);
    await press(widget, 'Step');
    await expectEpoch(root, 2);
    await press(widget, 'Back');
    await expectEpoch(root, 1);
    await press(widget, 'Reset');
    await expectEpoch(root, 0);
    await expect.poll(() => widget.locator('.figure-state').textContent()).toContain('Untrained');
    expect(await number(root, 'data-untrained')).toBeCloseTo(0.3215, 3);
  });
});

describe('the figure of training', () => {
  it('starts forty epochs into the training, with the numbers of the entry’s table', async () => {
    const { root } = await open({ query: '' });
    await reads(root, 'data-epoch', '40');
    expect(await number(root, 'data-accuracy')).toBeCloseTo(0.879, 3);
    expect(await number(root, 'data-held-out')).toBeCloseTo(0.75, 3);
    expect(await root.locator('.class-area').count()).toBe(3);
  });

  it('changes equation, axis and graph when the loss counts bits', async () => {
    const { widget, root } = await open();
    await expectEpoch(root, 1);
    const before = await number(root, 'data-loss');
    await widget.getByRole('radio', { name: 'Bits', exact: true }).check();
    await expect.poll(() => widget.locator('.training-equation').textContent()).toContain('log₂');
    await expect.poll(() => root.locator('.plot-axis-title').allTextContents()).toContain('loss in bits');
    // The steps are longer by 1/ln 2, so the network is another one.
    await expect.poll(() => number(root, 'data-loss'), { timeout: 80_000 }).not.toBeCloseTo(before, 4);
  });

  it('shows what an example tells the network: probabilities, targets, and errors that add up to zero', async () => {
    const { widget, root } = await open();
    await expectEpoch(root, 1);
    const field = widget.getByRole('spinbutton', { name: /Training example/ });
    await field.fill('5');
    await field.press('Enter');
    const cells = await widget
      .getByRole('table', { name: 'Feedback for the chosen example' })
      .locator('tbody td')
      .allTextContents();
    const numbers = cells.map((text) => Number(text.replace('−', '-')));
    const errors = [numbers[2], numbers[5], numbers[8]];
    // Example 5 is of the second class.
    expect([numbers[1], numbers[4], numbers[7]]).toEqual([0, 1, 0]);
    expect(errors.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 2);
    [0, 1, 2].forEach((k) => {
      expect(numbers[3 * k]).toBeCloseTo(moments[1].probabilities[3 * 4 + k], 2);
    });
  });

  it('explains a learning rate that is too large', async () => {
    const { widget, root } = await open({ query: '?training.rate=10&training.epochs=12&training.v=1' });
    await reads(root, 'data-epoch', '12');
    await expect.poll(() => widget.locator('.training-verdict').textContent()).toMatch(/so large/);
  });

  it('plays and pauses', async () => {
    const { widget, root } = await open();
    await expectEpoch(root, 1);
    await press(widget, 'Play');
    await expect.poll(() => number(root, 'data-epoch'), { timeout: 80_000 }).toBeGreaterThan(3);
    await press(widget, 'Pause');
    await widget.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'passes axe in %s colours, folds open, at 320 pixels without overflow',
    async (colorScheme) => {
      const { page, root } = await open({ colorScheme, viewport: { width: 320, height: 700 } });
      await expectEpoch(root, 1);
      await root.locator('details').evaluateAll((folds) => {
        for (const fold of folds) (fold as HTMLDetailsElement).open = true;
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violations(page)).toEqual([]);
    },
  );
});
