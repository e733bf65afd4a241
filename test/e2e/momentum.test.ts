/** The figure of momentum in the reader's browser: its races held to the operators' own definitions in float64. */

import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { measureAt, race } from '../../src/widgets/momentum/compute.ts';
import { type PresetName, presets } from '../../src/widgets/momentum/model.ts';
import { type RacerName, racerNames } from '../../src/widgets/momentum/programs.ts';
import { racerTitles } from '../../src/widgets/momentum/sentences.ts';
import { type Courses, type Settings, usual } from '../../src/widgets/momentum/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { kinds } from './browsing.ts';
import { choose, comesTo, numberOf, openFigure, press, reads } from './widget.ts';

const settingsOf = (preset: PresetName): Settings => ({ ...usual, ...presets[preset].change });
const reference = (preset: PresetName): Promise<Courses> => race(referenceRunner, settingsOf(preset));

/** Waits until the page has computed with its settings and shows this racer at this step, and compares. */
async function expectAt(root: Locator, courses: Courses, racer: RacerName, step: number): Promise<void> {
  await reads(root, 'data-watched', racer);
  await reads(root, 'data-step', String(step));
  await reads(root, 'data-computed', 'true');
  const { w, loss } = courses[racer].moments[step];
  await comesTo(root, 'data-w1', w[0], 4);
  await comesTo(root, 'data-w2', w[1], 4);
  await comesTo(root, 'data-loss', loss, 5);
}

/** A cell of "The figure as a table". */
async function cell(widget: Locator, racer: RacerName, column: string): Promise<string | null> {
  const table = widget.getByRole('table', { name: /^The racers at step/ });
  const columns = await table.locator('thead th').allTextContents();
  const row = table.locator('tbody tr').nth(racerNames.indexOf(racer));
  return row.locator('th, td').nth(columns.indexOf(column)).textContent();
}

describe('the ravine', () => {
  it.each(kinds)(
    'takes the steps that the definitions take, of every method, forward and back, on %s',
    async (kind) => {
      const { widget, root } = await openFigure('momentum/', { kind });
      await expectAt(root, await reference('ravine'), 'nesterov', 12);
      // Other settings, so that nothing is left of what was computed before the provider was chosen.
      await press(widget, 'Too much momentum');
      const courses = await reference('heavy');
      await expectAt(root, courses, 'nesterov', 12);
      await press(widget, 'Step');
      await expectAt(root, courses, 'nesterov', 13);
      await press(widget, 'Back');
      await press(widget, 'Back');
      await expectAt(root, courses, 'nesterov', 11);
      for (const racer of racerNames) {
        await choose(widget, racerTitles[racer]);
        await expectAt(root, courses, racer, 11);
      }
      await press(widget, 'Run');
      await expectAt(root, courses, 'scheduled', 120);
      await press(widget, 'Reset');
      await expectAt(root, courses, 'scheduled', 0);
      expect(await numberOf(root, 'data-loss')).toBeCloseTo(0.33, 2);
    },
  );

  it('parts the two conventions where the learning rate falls: equation, graph and path change together', async () => {
    const inside = await reference('forms');
    const outside = await race(referenceRunner, { ...settingsOf('forms'), convention: 'outside' });
    expect(inside.momentum.moments[40].loss).not.toBeCloseTo(outside.momentum.moments[40].loss, 3);
    const { widget, root } = await openFigure('momentum/?momentum.step=40&momentum.watch=momentum');
    await widget.getByText('The step as a graph').click();
    await press(widget, 'Where the forms part');
    await expectAt(root, inside, 'momentum', 40);
    const equation = widget.locator('.equation-lines');
    const graph = widget.locator('.graph-text');
    expect(await equation.textContent()).toBe('v ← β v − α ∇L(w)w ← w + v');
    const before = await graph.textContent();
    await choose(widget, 'outside the velocity');
    await expectAt(root, outside, 'momentum', 40);
    expect(await equation.textContent()).toBe('v ← β v + ∇L(w)w ← w − α v');
    expect(await graph.textContent()).not.toBe(before);
  });

  it('explains what diverges, by the bound of each method', async () => {
    const courses = await reference('diverging');
    const fallen = racerNames.filter((racer) => courses[racer].divergedAt !== null);
    expect(fallen).toEqual(['plain', 'nesterov']);
    const { widget, root } = await openFigure('momentum/');
    await press(widget, 'Too fast');
    await reads(root, 'data-diverged', fallen.join(' '));
    await expect
      .poll(() => widget.locator('.momentum-why').textContent())
      .toMatch(/Gradient descent diverges .+ 2\.1 is not below 2\/λ = 2 .+Nesterov momentum diverges/s);
  });

  it('counts in runs what the best settings in closed form promise', async () => {
    const courses = await reference('best');
    const { widget, root } = await openFigure('momentum/');
    await press(widget, 'Each at its best');
    await expectAt(root, courses, 'nesterov', 12);
    await widget.getByText('Steps needed against condition number').click();
    // α = 2/(1 + 1/50); β = ((√50 − 1)/(√50 + 1))²; (√151 − 2)/(√151 + 2)
    const rows = widget
      .getByRole('region', { name: 'The best settings for κ = 50, in closed form' })
      .locator('tbody tr');
    const texts = async () =>
      (await rows.all()).reduce<Promise<string[][]>>(
        async (all, row) => [...(await all), await row.locator('th, td').allTextContents()],
        Promise.resolve([]),
      );
    expect((await texts()).map((row) => row.slice(0, 4))).toEqual([
      ['Gradient descent', '1.961', '–', '0.9608'],
      ['Momentum', '3.07', '0.5658', '0.7522'],
      ['Nesterov momentum', '1.325', '0.72', '0.8372'],
    ]);
    await expect.poll(async () => (await texts())[0].at(-1)).toMatch(/^\d+$/);
    const counted = (await texts()).map((row) => Number(row.at(-1)));
    const { plain, momentum, nesterov } = await measureAt(referenceRunner, 50);
    [plain, momentum, nesterov].forEach((steps, i) => {
      expect(Math.abs(counted[i] - steps)).toBeLessThanOrEqual(1);
    });
  });
});

describe('the figure of momentum', () => {
  it('begins with its step drawn: velocity, slope at the place ahead, and their sum', async () => {
    const { widget } = await openFigure('momentum/');
    await expect.poll(() => widget.locator('.ring-plot-drawing .plot-arrow').count()).toBe(3);
    expect(await widget.locator('.ring-plot-drawing .momentum-ahead').count()).toBe(1);
    await choose(widget, 'Momentum');
    await expect.poll(() => widget.locator('.ring-plot-drawing .momentum-ahead').count()).toBe(0);
    await choose(widget, 'Gradient descent');
    await expect.poll(() => widget.locator('.ring-plot-drawing .plot-arrow').count()).toBe(1);
  });

  it('lets the momentum of one racer rise from 0.5 to 0.9 and 0.99, beside the fixed ones', async () => {
    const { widget, root } = await openFigure('momentum/');
    await widget.getByText('The figure as a table').click();
    const betas = async (step: number) => {
      const scrubber = widget.getByRole('slider', { name: 'Step', exact: true });
      await scrubber.fill(String(step));
      await reads(root, 'data-step', String(step));
      await expect
        .poll(() => widget.getByRole('table', { name: `The racers at step ${step}` }).count())
        .toBe(1);
      return Promise.all((['momentum', 'scheduled'] as const).map((racer) => cell(widget, racer, 'β')));
    };
    expect(await betas(10)).toEqual(['0.8', '0.5']);
    expect(await betas(30)).toEqual(['0.8', '0.9']);
    expect(await betas(90)).toEqual(['0.8', '0.99']);
  });

  it('is played and paused, at three speeds', async () => {
    const { widget, root } = await openFigure('momentum/');
    await reads(root, 'data-computed', 'true');
    await choose(widget, 'Fast');
    await press(widget, 'Play');
    await expect.poll(() => numberOf(root, 'data-step')).toBeGreaterThan(14);
    await press(widget, 'Pause');
    await widget.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('begins elsewhere when its start is moved by keyboard or tapped', async () => {
    const { page, widget, root } = await openFigure('momentum/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await reads(root, 'data-computed', 'true');
    const start = widget.getByRole('button', { name: /^Start at/ });
    // Two keys before the next frame: each counts.
    await start.evaluate((target) => {
      target.focus();
      for (const key of [{ key: 'ArrowRight' }, { key: 'ArrowUp', shiftKey: true }])
        target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    });
    await expect
      .poll(() => start.getAttribute('aria-label'))
      .toBe('Start at (−1.15, 0.45). Arrow keys move it.');
    await reads(root, 'data-computed', 'true');
    const moved = await race(referenceRunner, { ...usual, start: [-1.15, 0.45] });
    await expectAt(root, moved, 'nesterov', 12);

    const drawing = widget.locator('.ring-plot-drawing');
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (!box) throw new Error('the ravine has no place on the screen');
    await page.touchscreen.tap(box.x + box.width * 0.7, box.y + box.height * 0.3);
    await expect
      .poll(() => start.getAttribute('aria-label'))
      .toMatch(/^Start at \((0|1)\.\d+, (1|2)?\.?\d+\)/);
  });

  it('opens as a link says', async () => {
    const { widget, root } = await openFigure(
      'momentum/?momentum.kappa=200&momentum.rate=0.5&momentum.momentum=0.9&momentum.watch=momentum&momentum.step=77&momentum.v=1',
    );
    const asked = { ...usual, condition: 200, learningRate: 0.5, momentum: 0.9 };
    await expectAt(root, await race(referenceRunner, asked), 'momentum', 77);
    expect(await widget.locator('.figure-notes li').count()).toBe(0);
  });

  it('says what it ran on, and how many bytes of graphs the page has made', async () => {
    const { widget } = await openFigure('momentum/');
    await expect
      .poll(() => widget.locator('.compute-text').textContent())
      .toMatch(/^Runs on WASM · graphs made here [\d.]+ kB, runtime 14\.2 MB · first run /);
  });
});
