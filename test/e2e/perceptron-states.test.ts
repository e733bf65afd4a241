/** The perceptron figure's other views, and its states in links: asked for, shared, hostile. */

import { describe, expect, it } from 'vitest';
import { kinds, type Visit } from './browsing.ts';
import { choose, comesTo, numberOf, openFigure, press, reads, runningWidget, says } from './widget.ts';

const open = (query: string, options: Visit = {}) => openFigure(`perceptron/${query}`, options);

describe('a link to a state', () => {
  it('replays AND to its end and stands at the figure', async () => {
    const { page, root, widget } = await open(
      '?perceptron.points=and&perceptron.steps=36&perceptron.v=1#figure-perceptron',
    );
    await reads(root, 'data-step', '36');
    await reads(root, 'data-ending', 'clean');
    expect(await root.getAttribute('data-mistakes')).toBe('18');
    expect(await widget.locator('.figure-notes li').count()).toBe(0);
    const top = await widget.evaluate((element) => element.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(await page.evaluate(() => innerHeight));
  });

  it('is what Share copies, and opening it shows the same again', async () => {
    const { page, root, widget } = await open('?ref=1', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const before = page.url();
    await choose(widget, 'OR');
    await press(widget, 'Step');
    await reads(root, 'data-step', '1');
    await press(widget, 'Step');
    await reads(root, 'data-step', '2');
    expect(page.url()).toBe(before);

    const places = await page.evaluate(() => history.length);
    await press(widget, 'Share');
    await expect.poll(() => widget.locator('.share-said').textContent()).toBe('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(
      /\/perceptron\/\?ref=1&perceptron\.points=or&perceptron\.steps=2&perceptron\.v=1#figure-perceptron$/,
    );
    expect(page.url()).toBe(link);
    expect(await page.evaluate(() => history.length)).toBe(places);

    await page.goto('about:blank');
    await page.goto(link);
    const again = (await runningWidget(page)).locator('.widget');
    await reads(again, 'data-preset', 'or');
    await reads(again, 'data-step', '2');
  });

  it('that a browser will not copy can be copied by hand', async () => {
    const { page, widget } = await open('', {
      prepare: (one) =>
        one.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
    });
    await press(widget, 'Share');
    await expect.poll(() => widget.getByLabel('Link to this state').inputValue()).toBe(page.url());
    await expect.poll(() => widget.locator('.share-said').textContent()).toBe('Copy this link');
  });

  it.each([
    {
      what: 'is out of range',
      query: '?perceptron.rate=1e9&perceptron.points=xor',
      note: 'The link sets the learning rate to “1e9”; the nearest here is 2.',
    },
    {
      what: 'carries markup',
      query: `?perceptron.rule=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
      note: 'The link sets the rule to “<img src=x onerror=alert…”; here it is one of perceptron, delta, and starts as perceptron.',
    },
    {
      what: 'is of a version to come',
      query: '?perceptron.v=99&perceptron.ties=lower',
      note: 'The link was made by a newer version of this figure; what is known of it is shown.',
    },
    {
      what: 'is huge',
      query: `?perceptron.own=${'1,1,1_'.repeat(1000)}`,
      note: 'The link’s text for the points of your own is too long, so the figure starts as it always does.',
    },
  ])('that $what gives a running figure and a note', async ({ query, note }) => {
    const { widget } = await open(query);
    expect(await widget.locator('.figure-notes li').allTextContents()).toEqual([note]);
    expect(await widget.locator('.figure-notes img').count()).toBe(0);
    await press(widget, 'Close');
    expect(await widget.locator('.figure-notes li').count()).toBe(0);
  });
});

describe('the stream', () => {
  it.each(kinds)('counts 29 mistakes by its 540th point, on %s', async (kind) => {
    const { root, widget } = await open('?perceptron.view=stream&perceptron.seen=540', { kind });
    await reads(root, 'data-streamed', '540');
    expect(await root.getAttribute('data-stream-mistakes')).toBe('29');
    await press(widget, 'Step');
    await reads(root, 'data-streamed', '541');
    await press(widget, 'Back');
    await reads(root, 'data-streamed', '540');
    await press(widget, 'Reset');
    await reads(root, 'data-streamed', '0');
    // From the first point on the provider that was chosen.
    await press(widget, 'Run');
    await expect.poll(() => numberOf(root, 'data-streamed')).toBeGreaterThan(540);
    expect(await root.getAttribute('data-stream-mistakes')).toBe('29');
  });

  it('counts no more to its end, under its bound', async () => {
    const { root, widget } = await open('?perceptron.view=stream&perceptron.seen=540');
    await reads(root, 'data-streamed', '540');
    await press(widget, 'Run');
    await reads(root, 'data-streamed', '1000000');
    expect(await root.getAttribute('data-stream-mistakes')).toBe('29');
    await says(
      root,
      /^1,000,000 points seen, 29 mistakes; the theorem allows 886\. [\d,]+ points a second\.$/,
    );
    expect(await widget.locator('svg.plane:visible .stream-boundary').count()).toBe(1);
    expect(await widget.locator('svg.plane:visible .point').count()).toBe(40);
  });

  it('makes the same mistakes one point at a time', async () => {
    const { root } = await open('?perceptron.view=stream&perceptron.blocks=one&perceptron.seen=540');
    await reads(root, 'data-streamed', '540');
    expect(await root.getAttribute('data-stream-mistakes')).toBe('29');
  });
});

it.each(kinds)(
  'the network with a hidden layer is stepped through its training, from where a link says, on %s',
  async (kind) => {
    const { root, widget } = await open('?perceptron.view=hidden&perceptron.network=0', { kind });
    await reads(root, 'data-view', 'hidden');
    await expect.poll(() => widget.textContent()).toContain('0 of 2000');
    const before = await numberOf(root, 'data-loss');
    await press(widget, 'Step');
    await expect.poll(() => numberOf(root, 'data-loss')).not.toBe(before);
    await press(widget, 'Run');
    await comesTo(root, 'data-loss', 0.00327, 5);
    await reads(root, 'data-right', '4');
    await press(widget, 'Reset');
    await reads(root, 'data-loss', String(before));
    expect(before).toBeGreaterThan(0.6);
  },
);

it('conventions change equation, graph and picture together: AND with labels 0 and 1 takes 10 mistakes', async () => {
  const { root, widget } = await open('?perceptron.points=and');
  await widget.getByText('Conventions, and the graph that runs').click();
  const equation = widget.getByRole('region', { name: 'The rule as an equation' });
  const graph = widget.getByRole('region', { name: 'The graph of one step' });
  const before = [await equation.textContent(), await graph.textContent()];
  await choose(widget, '0 and 1');
  await choose(widget, 'the lower answer');
  await expect.poll(() => equation.textContent()).toContain('w ← w + η (y − ŷ) x');
  expect(before).not.toContain(await graph.textContent());
  await expect.poll(() => widget.locator('.legend').textContent()).toContain('wants 0');
  await press(widget, 'Run');
  await reads(root, 'data-ending', 'clean');
  expect(await root.getAttribute('data-mistakes')).toBe('10');
  await says(root, 'w₁ 2, w₂ 1, b −2');
});

describe('two rules on the same points', () => {
  it('each make a step on the same example', async () => {
    const { root } = await open('?perceptron.view=rules&perceptron.points=or&perceptron.steps=2');
    await reads(root, 'data-step', '2');
    // The delta rule from zero: (0, 0) wants −1, so b −0.1; then (0, 1) wants +1 at a sum of −0.1: + 0.11 for w₂ and b.
    await says(
      root,
      'The delta rule has made 2 mistakes on the same examples and stands at w₁ 0, w₂ 0.11, b 0.01',
    );
  });
});
