/** The figure of RMSprop in the reader's browser: race, examples and recurrent network, held to the definitions. */

import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/widgets/kit/number-format.ts';
import { race, workExamples } from '../../src/widgets/rmsprop/compute.ts';
import { train } from '../../src/widgets/rmsprop/recurrent.ts';
import { racerTitles } from '../../src/widgets/rmsprop/sentences.ts';
import {
  type Courses,
  conventions,
  type RacerName,
  racerNames,
  type Settings,
  usual,
  usualTraining,
} from '../../src/widgets/rmsprop/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { violationsInBoth } from './axe.ts';
import { kinds } from './browsing.ts';
import { choose, comesTo, numberOf, openFigure, openFolds, overflow, press, reads, says } from './widget.ts';

const reference = (change: Partial<Settings> = {}): Promise<Courses> =>
  race(referenceRunner, { ...usual, ...change });

const numbers = async (root: Locator, name: string) =>
  ((await root.getAttribute(name)) ?? '').split(' ').map((one) => (one === '–' ? null : Number(one)));

/** Waits until the page has computed with its settings and shows this racer at this step, and compares. */
async function expectAt(root: Locator, courses: Courses, racer: RacerName, step: number): Promise<void> {
  await reads(root, 'data-watched', racer);
  await reads(root, 'data-step', String(step));
  await reads(root, 'data-computed', 'true');
  const { w, loss } = courses[racer].moments[step];
  await comesTo(root, 'data-w1', w[0], 3);
  await comesTo(root, 'data-w2', w[1], 3);
  await comesTo(root, 'data-loss', loss, 3);
}

const arrivalsOf = (courses: Courses) => racerNames.map((racer) => courses[racer].arrival);

/** Where a path swings about the finish, rounding may move an arrival by a step or two. */
async function expectArrivals(root: Locator, courses: Courses): Promise<void> {
  const wanted = arrivalsOf(courses);
  const differing = async () => {
    const found = await numbers(root, 'data-arrivals');
    return racerNames.filter((_, i) => {
      const [here, there] = [found[i], wanted[i]];
      return here === null || there === null ? here !== there : !(Math.abs(here - there) <= 2);
    });
  };
  await expect.poll(differing).toEqual([]);
}

describe('RMSprop', () => {
  it.each(kinds)(
    'races as the definitions do, forward and back, and loses its advantage when the data are turned, on %s',
    async (kind) => {
      const straight = await reference();
      expect(arrivalsOf(straight)).toEqual([201, 74, 57, 45, 82, 63]);
      const { widget, root } = await openFigure('rmsprop/', { kind });
      await expectAt(root, straight, 'rmsprop', 30);
      await expectArrivals(root, straight);
      const { scale, effective } = straight.rmsprop.moments[30];
      const [c, d, a, b] = [...(scale ?? []), ...effective].map((one) => formatNumber(one, 2));
      await says(
        root,
        `It divides by ${c} for w₁ and by ${d} for w₂, so the effective rates are ${a} and ${b}.`,
      );

      // Other settings, so that nothing is left of what was computed before the provider was chosen.
      await widget.getByRole('switch', { name: 'Data turned by 45°' }).check();
      const courses = await reference({ turned: true });
      expect(courses.rmsprop.arrival).toBe(157);
      await expectAt(root, courses, 'rmsprop', 30);
      await press(widget, 'Step');
      await expectAt(root, courses, 'rmsprop', 31);
      await press(widget, 'Back');
      await press(widget, 'Back');
      await expectAt(root, courses, 'rmsprop', 29);
      for (const racer of racerNames) {
        await choose(widget, racerTitles[racer]);
        await expectAt(root, courses, racer, 29);
      }
      await expectArrivals(root, courses);
      await press(widget, 'Reset');
      await expectAt(root, courses, 'adam', 0);
    },
  );

  it('stays on the ridge without a push', async () => {
    const { widget, root } = await openFigure('rmsprop/');
    const offset = widget.getByRole('slider', { name: 'Start off the ridge' });
    await offset.focus();
    await offset.press('Home');
    await says(root, 'All start exactly on the ridge');
    await expectArrivals(root, await reference({ offset: 0 }));
    expect(await numbers(root, 'data-arrivals')).toEqual(Array(6).fill(null));
  });

  it('works the two numbers by the convention chosen: equation, graph and result change together', async () => {
    const { widget, root } = await openFigure('rmsprop/?rmsprop.view=examples');
    await widget.getByText('The step as a graph').click();
    const equation = widget.locator('.equation-lines');
    const graph = widget.locator('.graph-text');
    await comesTo(root, 'data-small', 0.19996, 4);
    expect(await root.getAttribute('data-large')).toBeNull();
    expect(await widget.locator('.rmsprop-examples').textContent()).toContain(
      'So this example cannot occur.',
    );
    const before = [await equation.textContent(), await graph.textContent()];

    await choose(widget, 'PyTorch');
    await comesTo(root, 'data-large', 4, 4);
    expect(await widget.locator('.rmsprop-examples').textContent()).toContain('10 times its own √v');

    await choose(widget, 'Keras');
    const { small } = await workExamples(referenceRunner, conventions.keras.form);
    await comesTo(root, 'data-small', small.ratio ?? 0, 4);
    expect(small.ratio).toBeCloseTo(0.0312, 4);
    expect(await equation.textContent()).toContain('√(v + ε)');
    expect(before).not.toContain(await equation.textContent());
    expect(before).not.toContain(await graph.textContent());
  });

  it('trains the recurrent network three ways from one start, with the first gradient of the definitions', async () => {
    const { value: wanted } = await train(referenceRunner, 'none', usualTraining).next();
    const { widget, root } = await openFigure('rmsprop/?rmsprop.view=recurrent&rmsprop.trained=1');
    await widget.getByText('The figure as a table').click();
    const limit = widget.getByRole('slider', { name: 'Clip gradients longer than' });
    await limit.focus();
    await limit.press('ArrowRight');
    // These runs are of the limit just set.
    await reads(root, 'data-trained-limit', '2');
    await reads(root, 'data-training-step', '1');
    const rows = widget.getByRole('table', { name: /^The recurrent network/ }).locator('tbody tr');
    await expect
      .poll(async () => (await rows.locator('td:last-child').allTextContents()).includes('–'))
      .toBe(false);
    // All three begin with the same weights and the same batch.
    for (const row of await rows.all()) {
      const [norm, loss] = (await row.locator('td').allTextContents()).slice(-2).map(Number);
      expect(norm).toBeCloseTo(wanted?.norms[0] ?? Number.NaN, 1);
      expect(loss).toBeCloseTo(wanted?.losses[0] ?? Number.NaN, 2);
    }
  });
});

describe('the recurrent network', () => {
  it('has its exploding gradient caught by clipping and by RMSprop; plain descent does not survive it', async () => {
    const { widget, root } = await openFigure('rmsprop/?rmsprop.view=recurrent');
    await reads(root, 'data-trained', '200 200 200');
    const norms = (await numbers(root, 'data-norms')).map((norm) => norm ?? 0);
    const right = (await numbers(root, 'data-right')).map((share) => share ?? 0);
    expect(right.map((share) => Math.round(100 * share))).toEqual([24, 100, 100]);
    expect(norms.map((norm) => Number(formatNumber(norm, 2)))).toEqual([8.8, 8.6, 20]);

    await press(widget, 'Back');
    await reads(root, 'data-training-step', '199');
    await says(
      root,
      /^Training step 199\. Gradient descent: gradient [\d.]+ long, loss [\d.]+, \d+ % of the batch right; /,
    );
    await press(widget, 'Reset');
    await reads(root, 'data-training-step', '0');
    await press(widget, 'Step');
    await reads(root, 'data-training-step', '1');
  });
});

describe('the figure of RMSprop', () => {
  it('explains a learning rate that is too large, for the one watched alone', async () => {
    const { widget, root } = await openFigure('rmsprop/?rmsprop.watch=sgd');
    await reads(root, 'data-computed', 'true');
    const rate = widget.getByRole('spinbutton', { name: /Learning rate of the one watched/ });
    await rate.fill('5');
    await rate.press('Enter');
    await press(widget, 'Run');
    await says(root, 'it has diverged; the learning rate 5 is too large for this loss');
    await choose(widget, racerTitles.adam);
    await expectAt(root, await reference(), 'adam', 240);
  });

  it('draws √v and the step of each weight, and discloses every rate', async () => {
    const { widget, root } = await openFigure('rmsprop/');
    await reads(root, 'data-computed', 'true');
    expect(await root.locator('.saddle-racer').count()).toBe(6);
    await widget.getByRole('slider', { name: /^What RMSprop divides by/ }).waitFor();
    await widget.getByText('How far each weight moves').click();
    const steps = widget.getByRole('slider', { name: 'How far RMSprop moves each weight: values' });
    await steps.focus();
    await steps.press('Home');
    // From a mean square of zero the first step is η/√(1 − ρ) = 0.02/√0.1 long.
    await expect.poll(() => steps.getAttribute('aria-valuetext')).toMatch(/step of w₁ 0\.0632/);
    await widget.getByText('Hyper-parameters').click();
    for (const racer of racerNames)
      await expect
        .poll(() => widget.locator('.figure-hyperparameters').textContent())
        .toContain(`${racerTitles[racer]}: learning rate${formatNumber(usual.rates[racer])}`);
  });

  it('is played and paused', async () => {
    const { widget, root } = await openFigure('rmsprop/');
    await reads(root, 'data-computed', 'true');
    await choose(widget, 'Fast');
    await press(widget, 'Play');
    await expect.poll(() => numberOf(root, 'data-step')).toBeGreaterThan(32);
    await press(widget, 'Pause');
    await widget.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('is walked by keyboard: another method, another convention, another step', async () => {
    const { page, widget, root } = await openFigure('rmsprop/');
    await reads(root, 'data-computed', 'true');
    await widget.getByRole('radio', { name: 'RMSprop', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await reads(root, 'data-watched', 'adam');
    await widget.getByRole('radio', { name: 'Hinton', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await reads(root, 'data-watched', 'rmsprop');
    await expectAt(root, await reference({ form: conventions.pytorch.form }), 'rmsprop', 30);
    await widget.getByRole('slider', { name: 'Step', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await reads(root, 'data-step', '31');
  });

  // Its first view is seen by axe in every-figure.test.ts.
  it.each(['recurrent', 'examples'])(
    'fits 320 px in the view "%s" with every fold open, where axe finds nothing wrong in light or dark colours',
    async (view) => {
      const { page, root } = await openFigure(`rmsprop/?rmsprop.view=${view}&rmsprop.trained=18`, {
        viewport: { width: 320, height: 700 },
      });
      await reads(root, 'data-computed', 'true');
      if (view === 'recurrent') await reads(root, 'data-training-step', '18');
      await openFolds(root);
      expect(await overflow(page)).toBe(0);
      expect(await violationsInBoth(page)).toEqual([]);
    },
  );
});
