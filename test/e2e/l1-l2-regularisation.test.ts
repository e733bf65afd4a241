import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startSettings } from '../../src/widgets/kit/settings.ts';
import { trainedModels } from '../../src/widgets/l1-l2-regularisation/figure.ts';
import { countOf } from '../../src/widgets/l1-l2-regularisation/state.ts';
import { pathOf, race } from '../../src/widgets/penalty-geometry/compute.ts';
import { geometryFigure } from '../../src/widgets/penalty-geometry/model.ts';
import { keptOf, raceSteps, strengths } from '../../src/widgets/penalty-geometry/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { kinds, type Visit } from './browsing.ts';
import { choose, comesTo, numberOf, openFigure, openFold, press, reads, says } from './widget.ts';

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
const open = (
  which: keyof typeof names,
  { query = '', ...options }: Visit & { readonly query?: string } = {},
) => openFigure(`l1-l2-regularisation/${query}`, { name: names[which], ...options });

/** Waits until the geometry shows this moment, computed for what is set. */
async function at(root: Locator, moment: number): Promise<[number, number]> {
  await reads(root, 'data-moment', String(moment));
  await reads(root, 'data-computed', 'true');
  return [await numberOf(root, 'data-w1'), await numberOf(root, 'data-w2')];
}
function expectNear(found: readonly number[], wanted: readonly number[], digits = 3): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((one, i) => {
    expect(found[i]).toBeCloseTo(one, digits);
  });
}
const pair = async (root: Locator, name: string) =>
  ((await root.getAttribute(name)) ?? '').split(' ').map(Number);

describe.each(kinds)('on %s', (kind) => {
  it('the regressions count their zeros and answer a drawing', async () => {
    const { widget, root } = await open('family', { kind });
    await reads(root, 'data-zeros', String(countOf(trained.proximal.weights, 3).zero));
    await reads(root, 'data-digit', '3');
    await reads(root, 'data-answer', '3');
    const before = await numberOf(root, 'data-probability');
    expect(before).toBeGreaterThan(0.5);

    await press(widget, 'Step');
    await reads(root, 'data-member', '4');
    await reads(root, 'data-zeros', String(countOf(trained.proximal.weights, 4).zero));
    await press(widget, 'Back');
    await reads(root, 'data-member', '3');
    expect(await numberOf(root, 'data-probability')).toBe(before);

    await choose(widget, 'L1, subgradient');
    await reads(root, 'data-zeros', '0');
    await reads(root, 'data-near', String(countOf(trained.subgradient.weights, 3).near));
    await reads(root, 'data-digit', '3');
    // The same optimum, reached another way.
    expect(await numberOf(root, 'data-probability')).toBeCloseTo(before, 2);
  });

  it('the two weights stand where the definitions put them, and at a corner w₂ is exactly zero', async () => {
    const { widget, root } = await open('geometry', { kind });
    const place = 10;
    expectNear(await at(root, place), path[place].w);
    expect(await numberOf(root, 'data-w2')).toBe(0);
    expect(await numberOf(root, 'data-loss')).toBeCloseTo(path[place].loss, 4);
    await press(widget, 'Back');
    expectNear(await at(root, place - 1), path[place - 1].w);
    await choose(widget, 'L2');
    await press(widget, 'Step');
    expectNear(await at(root, place), shared[place].w);
    await press(widget, 'Reset');
    expectNear(await at(root, 0), path[0].w);
  });
});

describe('the regressions', () => {
  it('change λ in equation and picture when L2 is written without the half', async () => {
    const { widget, root } = await open('family', { query: `?${names.family}.method=l2` });
    const lines = widget.locator('.equation-lines');
    await expect.poll(() => lines.textContent()).toContain('L + λ/2 Σ w²w ← w − 0.2 (g + 0.003 w)');
    await choose(widget, 'λ Σ w²');
    await expect.poll(() => lines.textContent()).toContain('L + λ Σ w²w ← w − 0.2 (g + 2 · 0.0015 w)');
    await says(root, 'λ = 0.0015');
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
    await openFold(widget, 'The step as a graph');
    const graph = widget.locator('.graph-text');
    await expect.poll(() => graph.textContent()).not.toContain('Mul(2, l2)');
    const before = await root.locator('.geometry-ball').getAttribute('d');
    await choose(widget, 'λ w²');
    // λ = 0.4 written whole is 0.8 written half.
    const twice = shared[strengths.indexOf(0.8)].w;
    await comesTo(root, 'data-w1', twice[0], 3);
    await expect.poll(() => graph.textContent()).toContain('Mul(2, l2)');
    await expect.poll(() => widget.locator('.equation-lines').textContent()).toContain('L + λ (w₁² + w₂²)');
    expect(await root.locator('.geometry-ball').getAttribute('d')).not.toBe(before);
  });
  it('are moved by keyboard at the ring, and by a tap on the plane', async () => {
    const { widget, root } = await open('geometry');
    await at(root, 10);
    const ring = widget.getByRole('button', { name: /^Budget at λ = 0\.4/ });
    await ring.focus();
    await ring.press('ArrowLeft');
    await at(root, 11);
    expect(await widget.locator('.ring-handle').evaluate((one) => one === document.activeElement)).toBe(true);
    await widget.locator('.ring-handle').press('Home');
    expectNear(await at(root, 0), path[0].w);
    const box = await widget.locator('.ring-plot-drawing').boundingBox();
    if (!box) throw new Error('no drawing');
    // Where a tap costs less than the best weights without a penalty do.
    await widget
      .locator('.ring-plot-drawing')
      .click({ position: { x: box.width * 0.45, y: box.height * 0.6 } });
    await expect.poll(() => numberOf(root, 'data-moment')).toBeGreaterThan(5);
  });
  it('keep under Adam what the definitions keep, with L2 inside and decay beside', async () => {
    const name = names.geometry;
    const query = `?${name}.view=decay&${name}.data=unequal&${name}.v=1`;
    const { widget, root } = await open('geometry', { query });
    await at(root, raceSteps);
    expectNear(await pair(root, 'data-coupled'), keptOf(raced, 'coupled', raceSteps), 2);
    expectNear(await pair(root, 'data-decoupled'), keptOf(raced, 'decoupled', raceSteps), 2);
    const ofAdam = await root.getAttribute('data-coupled');
    await choose(widget, 'Gradient descent');
    // Until the next frame the attributes are those of before.
    await expect.poll(() => root.getAttribute('data-coupled')).not.toBe(ofAdam);
    await at(root, raceSteps);
    expectNear(await pair(root, 'data-coupled'), await pair(root, 'data-decoupled'), 5);
    await says(root, 'Gradient descent');
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
