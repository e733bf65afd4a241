import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startSettings } from '../../src/widgets/kit/settings.ts';
import { descend } from '../../src/widgets/stochastic-gradient-descent/descend.ts';
import { model } from '../../src/widgets/stochastic-gradient-descent/model.ts';
import type { Step } from '../../src/widgets/stochastic-gradient-descent/state.ts';
import { referenceRunner } from '../widgets/reference-runner.ts';
import { kinds, type Visit } from './browsing.ts';
import { choose, comesTo, numberOf, openFigure, openFold, press, reads, says } from './widget.ts';

/** The figure's first 64 steps by the operators' own definitions, in float64. */
const walk: Step[] = [];
for (let part = 0; part < 2; part++)
  walk.push(...(await descend(referenceRunner, { ...model.initial(startSettings(model)), trail: walk }, 32)));

const names = { walk: 'stochastic-gradient-descent', slice: 'loss-slice' } as const;
const open = (
  which: keyof typeof names,
  { query = '', ...options }: Visit & { readonly query?: string } = {},
) => openFigure(`stochastic-gradient-descent/${query}`, { name: names[which], ...options });

/** Waits until the step is shown and measured, then gives the place and the loss there. */
async function at(root: Locator, step: number): Promise<[number, number, number]> {
  await reads(root, 'data-step', String(step));
  await reads(root, 'data-computed', 'true');
  return [
    await numberOf(root, 'data-slope'),
    await numberOf(root, 'data-intercept'),
    await numberOf(root, 'data-loss'),
  ];
}

function expectNear(found: readonly number[], { after, loss }: Step): void {
  [...after, loss].forEach((wanted, i) => {
    expect(found[i]).toBeCloseTo(wanted, 4);
  });
}

describe('the walk', () => {
  it.each(kinds)('takes the steps that the definitions take, forward and back, on %s', async (kind) => {
    const { widget, root } = await open('walk', { kind });
    expectNear(await at(root, 40), walk[39]);
    await press(widget, 'Step');
    expectNear(await at(root, 41), walk[40]);
    await press(widget, 'Back');
    await press(widget, 'Back');
    expectNear(await at(root, 39), walk[38]);
    await press(widget, 'Reset');
    expect((await at(root, 0))[2]).toBeCloseTo(1.4748, 4);
    await says(root, 'At the start');
  });

  it('diverges within six steps where the sum over all examples meets a rate made for the mean', async () => {
    const name = names.walk;
    const query = `?${name}.loss=sum&${name}.batch=64&${name}.steps=6&${name}.v=1`;
    const { root } = await open('walk', { query });
    await reads(root, 'data-ended', 'true');
    await reads(root, 'data-computed', 'true');
    expect(await numberOf(root, 'data-stable')).toBeCloseTo(0.0239, 4);
    await says(root, 'diverged');
  });
});

describe('the slice', () => {
  it('is computed along the training, and another when the seed is another', async () => {
    const { widget, root } = await open('slice');
    await comesTo(root, 'data-share', 0.64, 2);
    await press(widget, 'Reset');
    await reads(root, 'data-step', '0');
    expect(await numberOf(root, 'data-shadow')).toBeCloseTo(await numberOf(root, 'data-loss'), 3);
    await press(widget, 'Step');
    await reads(root, 'data-step', '1');
    const before = await root.getAttribute('data-shadow');
    const seed = widget.getByRole('spinbutton', { name: /Seed/ });
    await seed.fill('2');
    await seed.press('Enter');
    await expect.poll(() => root.getAttribute('data-shadow')).not.toBe(before);
    expect(await numberOf(root, 'data-share')).toBeGreaterThan(0.5);
  });

  it('holds next to nothing of the training in a random plane', async () => {
    const { widget, root } = await open('slice');
    await choose(widget, 'Random');
    await reads(root, 'data-plane', 'random');
    // Between the two planes there is none.
    await expect.poll(() => numberOf(root, 'data-share')).toBeGreaterThan(0);
    expect(await numberOf(root, 'data-share')).toBeLessThan(0.01);
    await expect.poll(() => widget.locator('.figure-side').textContent()).toContain('out of 371');
  });
});

describe('the figure of the walk', () => {
  it('knows the largest stable rate, and explains what happens beyond it', async () => {
    const { widget, root } = await open('walk');
    await at(root, 40);
    expect(await numberOf(root, 'data-stable')).toBeCloseTo(1.5278, 3);
    await choose(widget, 'all 64');
    const rate = widget.getByRole('spinbutton', { name: /Learning rate/ });
    await rate.fill('1.6');
    await rate.press('Enter');
    await press(widget, 'Run');
    await reads(root, 'data-ended', 'true');
    await says(root, 'diverged');
    await expect.poll(() => widget.locator('.descent-verdict').textContent()).toContain('1.53');
  });

  it('changes equation, graph and picture together when losses are added up', async () => {
    const { widget, root } = await open('walk');
    await at(root, 40);
    const graphText = async () => {
      await openFold(widget, 'The step as a graph');
      return (await widget.locator('.descent-graph').textContent()) ?? '';
    };
    await expect.poll(graphText).toContain('loss [] = Mul');
    const mean = await graphText();
    await choose(widget, 'Sum');
    await expect.poll(graphText).not.toBe(mean);
    expect(await widget.locator('.descent-equation').textContent()).not.toContain('1/B');
    await at(root, 40);
    expect(await numberOf(root, 'data-stable')).toBeCloseTo(0.382, 3);
    expect((await numberOf(root, 'data-spread')) / 0.27).toBeGreaterThan(2);
  });

  it('hides the landscape in fog, but for the surroundings of the walker', async () => {
    const { widget, root } = await open('walk');
    await at(root, 40);
    await widget.getByRole('switch', { name: /Fog/ }).check();
    await root.locator('.fog').waitFor();
    expect(await root.locator('svg .floor').count()).toBe(0);
    expect(await root.locator('svg .cloud').count()).toBe(1);
  });

  it('has no noise when a batch holds all examples, unless they are drawn with replacement', async () => {
    const { widget, root } = await open('walk');
    await choose(widget, 'all 64');
    await at(root, 40);
    await expect.poll(() => numberOf(root, 'data-spread')).toBeLessThan(1e-5);
    await choose(widget, 'With replacement');
    await expect.poll(() => numberOf(root, 'data-spread')).toBeGreaterThan(0.03);
  });

  it('is moved to another start by keyboard', async () => {
    const { widget, root } = await open('walk');
    await at(root, 40);
    const start = widget.getByRole('button', { name: /^Start: slope/ });
    const before = await start.getAttribute('aria-label');
    await start.focus();
    await start.press('ArrowRight');
    await expect.poll(() => start.getAttribute('aria-label')).not.toBe(before);
    await at(root, 40);
    expect(await numberOf(root, 'data-slope')).not.toBeCloseTo(walk[39].after[0], 4);
  });

  it('opens as a link says, on the neuron with its three valleys', async () => {
    const name = names.walk;
    const query = `?${name}.problem=neuron&${name}.rate=0.5&${name}.batch=8&${name}.start=-2,-1&${name}.steps=12&${name}.v=1`;
    const { widget, root } = await open('walk', { query });
    await at(root, 12);
    expect(await widget.getByRole('radio', { name: /One neuron/ }).isChecked()).toBe(true);
    await says(root, '0.474');
  });

  it('plays and pauses', async () => {
    const { widget, root } = await open('walk');
    await at(root, 40);
    await press(widget, 'Play');
    await expect.poll(() => numberOf(root, 'data-step')).toBeGreaterThan(42);
    await press(widget, 'Pause');
    await widget.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });
});
