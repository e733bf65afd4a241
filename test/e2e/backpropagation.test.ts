import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/graph/evaluate.ts';
import { backwardGraph } from '../../src/recipes/backward-graph.ts';
import halfAdder from '../../src/recipes/half-adder.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { formatNumber } from '../../src/widgets/kit/number-format.ts';
import { kinds } from './browsing.ts';
import { choose, openFigure, press, reads, says } from './widget.ts';

const { training } = halfAdder.data.load();
/** All values of the walk before training, by the operators' own definitions. */
const values = evaluate(backwardGraph('test', halfAdder.build(4)), {
  x: training.x,
  target: training.target,
  ...halfAdder.initial(random(halfAdder.seed)),
  'hidden.bias': [0, 0, 0],
  'output.bias': [0, 0],
});
const texts = (name: string) => Array.from(values[name].data, (one) => formatNumber(Math.fround(one)));

const result = (widget: Locator) =>
  widget.locator('.node table[data-result] .tensor-number').allTextContents();

describe('backpropagation', () => {
  it.each(kinds)(
    'walks from the first product to the last gradient, with the numbers of the definitions, on %s',
    async (kind) => {
      const { widget, root } = await openFigure('backpropagation/', { kind });
      // Other weights and back, so that nothing is left of what was computed before the provider was chosen.
      await press(widget, 'Take a training step');
      await expect.poll(() => result(widget)).not.toEqual(texts('MatMul_0'));
      await press(widget, 'Start over');
      await reads(root, 'data-trained', '0');
      await reads(root, 'data-node', '1');
      await expect.poll(() => result(widget)).toEqual(texts('MatMul_0'));
      await press(widget, 'Step');
      await press(widget, 'Step');
      await reads(root, 'data-node', '3');
      expect(await result(widget)).toEqual(texts('Tanh_0'));
      await press(widget, 'Run');
      await reads(root, 'data-node', '33');
      expect(await widget.locator('.node-equation').textContent()).toBe('∂L/∂W₁ = Xᵀ δ₁');
      expect(await result(widget)).toEqual(texts('hidden.weights.gradient'));
      await press(widget, 'Back');
      await reads(root, 'data-node', '32');
    },
  );

  it('holds a gradient against a finite difference, and marks what a changed weight moves', async () => {
    const { widget, root } = await openFigure('backpropagation/');
    await reads(root, 'data-checked', 'yes');
    const cells = await widget.locator('.check td').allTextContents();
    const [gradient, slope] = cells.map((text) => Number(text.replace('−', '-')));
    expect(gradient).toBeCloseTo(values['hidden.weights.gradient'].data[0], 4);
    expect(slope).toBeCloseTo(gradient, 3);

    const field = widget.getByRole('spinbutton', { name: 'The picked number as a number' });
    await field.fill('1.5');
    await field.press('Enter');
    await expect.poll(() => widget.locator('.map-node[data-moved]').count()).toBeGreaterThan(20);
    // The targets and the weights of the other layer are as they were.
    expect(await widget.locator('.map-node[data-moved]', { hasText: 'W₂ᵀ' }).count()).toBe(0);
    await says(root, 'The latest change moved');
  });

  it('takes a training step that lowers the loss', async () => {
    const { widget, root } = await openFigure('backpropagation/');
    const loss = async () =>
      Number(/[\d.]+/.exec((await widget.locator('.training-loss').textContent()) ?? '')?.[0]);
    await expect.poll(loss).toBeCloseTo(values.loss.data[0], 3);
    await press(widget, 'Take a training step');
    await reads(root, 'data-trained', '1');
    await expect.poll(loss).toBeLessThan(values.loss.data[0] - 0.05);
  });

  it('turns equation and matrices round where an example is a column', async () => {
    const { widget, root } = await openFigure('backpropagation/?backpropagation.node=31');
    await choose(widget, 'a column');
    await reads(root, 'data-layout', 'columns');
    await reads(root, 'data-passed', 'yes');
    await press(widget, 'Reset');
    // A press is drawn with the next frame.
    await reads(root, 'data-node', '1');
    expect(await widget.locator('.node-equation').textContent()).toBe('P₁ = W₁ X');
    const rows = texts('MatMul_0');
    const turned = [0, 1, 2].flatMap((column) => [0, 1, 2, 3].map((row) => rows[row * 3 + column]));
    await expect.poll(() => result(widget)).toEqual(turned);
  });

  it('can be walked with the keyboard alone, and keeps the focus', async () => {
    const { page, widget, root } = await openFigure('backpropagation/');
    const number = widget.locator('.node table[data-result] button').nth(3);
    await number.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => widget.locator('.node-worked').textContent()).toMatch(/ · .* \+ .* = /);
    expect(await number.evaluate((one) => one === document.activeElement)).toBe(true);
    const scrubber = widget.getByRole('slider', { name: 'Node', exact: true });
    await scrubber.focus();
    await page.keyboard.press('End');
    await reads(root, 'data-node', '33');
  });

  it('hands out the file that it runs', async () => {
    const { page, widget } = await openFigure('backpropagation/');
    const address = await widget.getByRole('link', { name: 'Download backward.onnx' }).getAttribute('href');
    const bytes = await page.evaluate(
      async (url) => (await (await fetch(url)).arrayBuffer()).byteLength,
      new URL(address ?? '', page.url()).href,
    );
    const card = await page.evaluate(
      async (url) => (await fetch(url)).json(),
      new URL((address ?? '').replace('backward.onnx', 'card.json'), page.url()).href,
    );
    expect(bytes).toBe(card.files['backward.onnx'].bytes);
  });

  it('says what a link got wrong and starts all the same', async () => {
    const { widget } = await openFigure(
      'backpropagation/?backpropagation.node=900&backpropagation.layout=rings',
    );
    const notes = await widget.locator('.figure-notes').textContent();
    expect(notes).toContain('900');
    expect(notes).toContain('rings');
  });
});
