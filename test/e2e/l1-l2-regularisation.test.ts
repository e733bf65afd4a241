import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startSettings } from '../../src/widgets/kit/settings.ts';
import { trainedModels } from '../../src/widgets/l1-l2-regularisation/figure.ts';
import { countOf } from '../../src/widgets/l1-l2-regularisation/state.ts';
import { pathOf, race } from '../../src/widgets/penalty-geometry/compute.ts';
import { geometryFigure } from '../../src/widgets/penalty-geometry/model.ts';
import { keptOf, raceSteps, strengths } from '../../src/widgets/penalty-geometry/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { violations } from './axe.ts';
import { type Kind, type Visit, visit } from './browsing.ts';
import { waitForStatus } from './widget.ts';

/** The shipped weights, read as a reader of the files would. */
const trained = await trainedModels(async (id, file) =>
  readFileSync(join(import.meta.dirname, '../../models', id, file)),
);
/** What the two weights do by the operators' own definitions, in float64. */
const start = geometryFigure.initial(startSettings(geometryFigure));
const decay = geometryFigure.update(start, { kind: 'show', view: 'decay' }).settings;
const path = await pathOf(referenceRunner, start.settings);
const shared = await pathOf(referenceRunner, { ...start.settings, penalty: 'l2' });
const raced = await race(referenceRunner, decay);

const names = { family: 'l1-l2-regularisation', geometry: 'penalty-geometry' } as const;

async function open(
  which: keyof typeof names,
  { kind = 'wasm', query = '', ...options }: Visit & { readonly query?: string } = {},
): Promise<{ page: Page; widget: Locator; root: Locator }> {
  const page = await visit(`l1-l2-regularisation/${query}`, { kind, ...options });
  const widget = page.locator(`glossary-widget[name="${names[which]}"]`);
  await widget.scrollIntoViewIfNeeded();
  const ask = widget.locator('[data-run]');
  if (await ask.isVisible()) await ask.click();
  await waitForStatus(widget, 'running');
  const root = widget.locator('.widget');
  if (kind === 'webgpu') {
    // Without an adapter the rest would silently test WASM.
    const adapter = await page.evaluate(async () => Boolean(await navigator.gpu?.requestAdapter()));
    expect(adapter, 'navigator.gpu.requestAdapter() gives an adapter').toBe(true);
    await choose(widget, 'WebGPU');
  }
  await expect.poll(() => widget.getAttribute('data-provider'), { timeout: 80_000 }).toBe(kind);
  return { page, widget, root };
}

const choose = (widget: Locator, name: string) => widget.getByRole('radio', { name, exact: true }).check();
const press = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true }).click();
const reads = (root: Locator, name: string, value: string) =>
  expect.poll(() => root.getAttribute(name), { timeout: 80_000, message: name }).toBe(value);
const number = async (root: Locator, name: string) => Number(await root.getAttribute(name));

/** Waits until the geometry shows this moment, computed for what is set. */
async function at(root: Locator, moment: number): Promise<[number, number]> {
  await reads(root, 'data-moment', String(moment));
  await reads(root, 'data-computed', 'true');
  return [await number(root, 'data-w1'), await number(root, 'data-w2')];
}
function expectNear(found: readonly number[], wanted: readonly number[], digits = 3): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((one, i) => {
    expect(found[i]).toBeCloseTo(one, digits);
  });
}
const pair = async (root: Locator, name: string) =>
  ((await root.getAttribute(name)) ?? '').split(' ').map(Number);

describe.each<{ kind: Kind }>([{ kind: 'wasm' }, { kind: 'webgpu' }])('on $kind', ({ kind }) => {
  it('the regressions count their zeros and answer a drawing', async () => {
    const { widget, root } = await open('family', { kind });
    await reads(root, 'data-zeros', String(countOf(trained.proximal.weights, 3).zero));
    await reads(root, 'data-digit', '3');
    await reads(root, 'data-answer', '3');
    const before = await number(root, 'data-probability');
    expect(before).toBeGreaterThan(0.5);

    await press(widget, 'Step');
    await reads(root, 'data-member', '4');
    await reads(root, 'data-zeros', String(countOf(trained.proximal.weights, 4).zero));
    await press(widget, 'Back');
    await reads(root, 'data-member', '3');
    expect(await number(root, 'data-probability')).toBe(before);

    await choose(widget, 'L1, subgradient');
    await reads(root, 'data-zeros', '0');
    await reads(root, 'data-near', String(countOf(trained.subgradient.weights, 3).near));
    await reads(root, 'data-digit', '3');
    // The same optimum, reached another way.
    expect(await number(root, 'data-probability')).toBeCloseTo(before, 2);
  });

  it('the two weights stand where the definitions put them, and at a corner w₂ is exactly zero', async () => {
    const { widget, root } = await open('geometry', { kind });
    const place = 10;
    expectNear(await at(root, place), path[place].w);
    expect(await number(root, 'data-w2')).toBe(0);
    expect(await number(root, 'data-loss')).toBeCloseTo(path[place].loss, 4);
    await press(widget, 'Back');
    expectNear(await at(root, place - 1), path[place - 1].w);
    await choose(widget, 'L2');
    await press(widget, 'Step');
    expectNear(await at(root, place), shared[place].w);
    await press(widget, 'Reset');
    expectNear(await at(root, 0), path[0].w);
  });

  it('Adam keeps of the weights what the definitions keep, with L2 inside and decay beside', async () => {
    const name = names.geometry;
    const query = `?${name}.view=decay&${name}.data=unequal&${name}.v=1`;
    const { widget, root } = await open('geometry', { kind, query });
    await at(root, raceSteps);
    expectNear(await pair(root, 'data-coupled'), keptOf(raced, 'coupled', raceSteps), 2);
    expectNear(await pair(root, 'data-decoupled'), keptOf(raced, 'decoupled', raceSteps), 2);
    const ofAdam = await root.getAttribute('data-coupled');
    await choose(widget, 'Gradient descent');
    // Until the next frame the attributes are those of before.
    await expect.poll(() => root.getAttribute('data-coupled'), { timeout: 60_000 }).not.toBe(ofAdam);
    await at(root, raceSteps);
    expectNear(await pair(root, 'data-coupled'), await pair(root, 'data-decoupled'), 5);
    await expect.poll(() => widget.locator('.figure-state').textContent()).toContain('Gradient descent');
  });
});

describe('the regressions', () => {
  it('change λ in equation and picture when L2 is written without the half', async () => {
    const { widget } = await open('family', { query: `?${names.family}.method=l2` });
    const lines = widget.locator('.penalty-lines');
    await expect.poll(() => lines.textContent()).toContain('L + λ/2 Σ w²w ← w − 0.2 (g + 0.003 w)');
    await choose(widget, 'λ Σ w²');
    await expect.poll(() => lines.textContent()).toContain('L + λ Σ w²w ← w − 0.2 (g + 2 · 0.0015 w)');
    await expect.poll(() => widget.locator('.figure-state').textContent()).toContain('λ = 0.0015');
    await expect
      .poll(() => widget.locator('.penalty-histogram svg title').textContent())
      .toBe('Weights at λ = 0.0015');
  });
  it('say what a hostile link asked for and show the nearest there is', async () => {
    const name = names.family;
    const { widget, root } = await open('family', { query: `?${name}.member=99&${name}.method=%3Cb%3E` });
    await reads(root, 'data-member', '6');
    await expect.poll(() => widget.locator('.figure-notes').textContent()).toContain('the largest here is 6');
    expect(await widget.locator('.figure-notes li').count()).toBe(2);
  });
  it('play through the strengths and rest at the last', async () => {
    const { widget, root } = await open('family', { query: `?${names.family}.member=5` });
    await reads(root, 'data-member', '5');
    await press(widget, 'Play');
    await reads(root, 'data-member', '6');
    await widget.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });
});

describe('the two weights', () => {
  it('change equation, graph and picture together when the square is written whole', async () => {
    const { widget, root } = await open('geometry', { query: `?${names.geometry}.penalty=l2` });
    await at(root, 10);
    await widget.locator('details', { hasText: 'The step as a graph' }).evaluate((fold) => {
      (fold as HTMLDetailsElement).open = true;
    });
    const graph = widget.locator('.geometry-graph');
    await expect.poll(() => graph.textContent()).not.toContain('Mul(2, l2)');
    const before = await root.locator('.geometry-ball').getAttribute('d');
    await choose(widget, 'λ w²');
    // λ = 0.4 written whole is 0.8 written half.
    const twice = shared[strengths.indexOf(0.8)].w;
    await expect.poll(() => number(root, 'data-w1'), { timeout: 80_000 }).toBeCloseTo(twice[0], 3);
    await expect.poll(() => graph.textContent()).toContain('Mul(2, l2)');
    await expect.poll(() => widget.locator('.geometry-lines').textContent()).toContain('L + λ (w₁² + w₂²)');
    expect(await root.locator('.geometry-ball').getAttribute('d')).not.toBe(before);
  });
  it('are moved by keyboard at the ring, and by a tap on the plane', async () => {
    const { widget, root } = await open('geometry');
    await at(root, 10);
    const ring = widget.getByRole('button', { name: /^Budget at λ = 0\.4/ });
    await ring.focus();
    await ring.press('ArrowLeft');
    await at(root, 11);
    expect(await widget.locator('.geometry-handle').evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await widget.locator('.geometry-handle').press('Home');
    expectNear(await at(root, 0), path[0].w);
    const box = await widget.locator('.geometry-drawing').boundingBox();
    if (!box) throw new Error('no drawing');
    // Where a tap costs less than the best weights without a penalty do.
    await widget
      .locator('.geometry-drawing')
      .click({ position: { x: box.width * 0.45, y: box.height * 0.6 } });
    await expect.poll(() => number(root, 'data-moment')).toBeGreaterThan(5);
  });
  it('explain a learning rate that is too large', async () => {
    const name = names.geometry;
    const query = `?${name}.view=decay&${name}.data=unequal&${name}.optimizer=sgd&${name}.rate=3`;
    const { widget, root } = await open('geometry', { query });
    await at(root, raceSteps);
    expect(await root.getAttribute('data-diverged')).toBe('none coupled decoupled');
    await expect.poll(() => widget.locator('.geometry-why').textContent()).toContain('η = 3 is beyond 2');
  });
});

it.each(['light', 'dark'] as const)(
  'axe finds nothing in %s colours with every fold open, at 320 pixels without overflow',
  async (colorScheme) => {
    const { page, widget } = await open('geometry', { colorScheme, viewport: { width: 320, height: 700 } });
    await at(widget.locator('.widget'), 10);
    const family = page.locator(`glossary-widget[name="${names.family}"]`);
    await family.scrollIntoViewIfNeeded();
    const ask = family.locator('[data-run]');
    if (await ask.isVisible()) await ask.click();
    await waitForStatus(family, 'running');
    await page.locator('glossary-widget details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    await expect.poll(() => family.locator('.figure-folds tbody tr').count()).toBeGreaterThan(6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
  },
);
