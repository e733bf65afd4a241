import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/datasets/dataset.ts';
import { evaluate } from '../../src/graph/evaluate.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import { deepParameters } from '../../src/recipes/deep-network.ts';
import deepRelu from '../../src/recipes/deep-relu.ts';
import deepSigmoid from '../../src/recipes/deep-sigmoid.ts';
import { stepGraph } from '../../src/recipes/step-graph.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { violations } from './axe.ts';
import { type Kind, visit } from './browsing.ts';
import { runningWidget } from './widget.ts';

/** What the first step of a network reports, by the operators' own definitions. */
function firstReport(recipe: typeof deepRelu) {
  const { training } = recipe.data.load({ read: () => Promise.reject() }) as Dataset;
  const drawn = recipe.initial(random(recipe.seed));
  const parameters = deepParameters.map(({ name, shape }) => [
    name,
    drawn[name] ?? new Float32Array(sizeOf(shape)),
  ]);
  return evaluate(stepGraph(recipe), {
    x: training.x,
    target: training.target,
    learningRate: [0.1],
    ...Object.fromEntries(parameters),
  });
}
const norms = {
  sigmoid: firstReport(deepSigmoid)['gradient.norm'].data,
  relu: firstReport(deepRelu)['gradient.norm'].data,
};

const press = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true }).click();
const choose = (widget: Locator, name: string) => widget.getByRole('radio', { name, exact: true }).check();
const reads = (root: Locator, name: string, value: string) =>
  expect.poll(() => root.getAttribute(name), { timeout: 80_000, message: name }).toBe(value);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The number that a text such as "3.52 × 10⁻⁹" prints. */
function parsed(text: string): number {
  const [mantissa, exponent = ''] = text.replace('−', '-').split(' × 10');
  const power = exponent.replace(/./gu, (one) => (one === '⁻' ? '-' : String(superscripts.indexOf(one))));
  return Number(mantissa) * 10 ** Number(power || 0);
}

/** The figure's own table: by row, the cells after the first. */
async function tableOf(widget: Locator): Promise<string[][]> {
  const fold = widget.locator('details', { hasText: 'The figure as a table' });
  await fold.evaluate((one) => {
    (one as HTMLDetailsElement).open = true;
  });
  await expect.poll(() => fold.locator('tbody tr').count()).toBeGreaterThan(4);
  return fold
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
}

async function open(kind: Kind, query = '') {
  const page = await visit(`relu/${query}`, { kind });
  const widget = await runningWidget(page);
  if (kind === 'webgpu') {
    const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
    await choose(widget, 'WebGPU');
    await reads(widget, 'data-provider', 'webgpu');
  }
  return { page, widget, root: widget.locator('.widget') };
}

describe.each<{ kind: Kind }>([{ kind: 'wasm' }, { kind: 'webgpu' }])(
  'the twelve layers on $kind',
  ({ kind }) => {
    it('have the gradients of the definitions before training, and learn step by step', async () => {
      const { widget, root } = await open(kind);
      await reads(root, 'data-frames', '1');
      const rows = await tableOf(widget);
      for (const layer of [0, 5, 11]) {
        expect(parsed(rows[layer][0]) / norms.sigmoid[layer]).toBeCloseTo(1, 2);
        expect(parsed(rows[layer][2]) / norms.relu[layer]).toBeCloseTo(1, 2);
      }
      expect(rows.at(-1)).toEqual(['0', '0', '19', '0']);

      await press(widget, 'Step');
      await reads(root, 'data-step', '1');
      await press(widget, 'Step');
      await reads(root, 'data-step', '2');
      await reads(root, 'data-motion', 'resting');
      const after = await tableOf(widget);
      const loss = (some: string[][]) => parsed(some[12][2]);
      expect(loss(after)).toBeLessThan(loss(rows));
      await press(widget, 'Back');
      await reads(root, 'data-step', '1');
      await press(widget, 'Reset');
      await reads(root, 'data-step', '0');
      await reads(root, 'data-frames', '3');
      expect(await tableOf(widget)).toEqual(rows);
    });

    it('start anew with other initial weights', async () => {
      const { widget, root } = await open(kind);
      await reads(root, 'data-frames', '1');
      const before = parsed((await tableOf(widget))[0][2]);
      await choose(widget, 'Xavier');
      await expect
        .poll(async () => parsed((await tableOf(widget))[0][2]), { timeout: 80_000 })
        .toBeLessThan(before / 20);
    });

    it('show the functions, and the derivative at 0 that the reader chooses', async () => {
      const { widget } = await open(kind, '?relu.view=functions&relu.x=0');
      const relu = async () => (await tableOf(widget)).at(2);
      await expect.poll(relu, { timeout: 80_000 }).toEqual(['0', '0']);
      await choose(widget, '½');
      await expect.poll(relu, { timeout: 80_000 }).toEqual(['0', '0.5']);
      expect(await widget.locator('.relu-graph').textContent()).toContain('Less(x, 0)');
      expect(await widget.locator('.relu-equation').textContent()).toContain('½ at x = 0');
    });
  },
);

describe('the twelve layers', () => {
  it('show the moment that a link asks for, where a learning rate of 1 has silenced a layer for good', async () => {
    const { widget, root } = await open('wasm', '?relu.rate=1&relu.steps=300');
    await reads(root, 'data-step', '300');
    expect(await widget.locator('.figure-state').textContent()).toContain('cannot learn any more');
    expect((await tableOf(widget))[0][2]).toBe('0');
  });
});

it.each(['light', 'dark'] as const)(
  'axe finds nothing on the page with every fold open, on a phone in %s colours',
  async (colorScheme) => {
    const page = await visit('relu/', { colorScheme, viewport: { width: 320, height: 640 } });
    const widget = await runningWidget(page);
    await widget.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    await expect.poll(() => widget.locator('.figure-folds tbody tr').count()).toBeGreaterThan(4);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
);
