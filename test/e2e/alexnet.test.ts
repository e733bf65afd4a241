/** The figures of AlexNet in the reader's browser: what they computed, held to the same models run here. */

import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawings } from '../../src/datasets/drawings/index.ts';
import { rasterise } from '../../src/datasets/drawings/rasterise.ts';
import { cifarClasses } from '../../src/recipes/cifar-layers.ts';
import { createSession } from '../../src/runtime/wasm.ts';
import { modelFile } from '../support/trained-cifar-net.ts';
import { kinds, type Visit } from './browsing.ts';
import { choose, numberOf, openFigure, press, reads, says } from './widget.ts';

const open = (name: string, { query = '', ...options }: Visit & { readonly query?: string } = {}) =>
  openFigure(`alexnet/${query}`, { name, ...options });

/** What the trained model says of one of our drawings, computed here. */
async function probabilityOf(name: keyof typeof drawings): Promise<number> {
  const session = await createSession(modelFile('cifar-net', 'model.onnx'));
  const outputs = await session.run({ x: session.upload([1, 3, 32, 32], rasterise(drawings[name])) });
  const probability = (await outputs.probability.read()) as Float32Array;
  session.dispose();
  return probability[cifarClasses.indexOf(name)];
}

describe('the small network', () => {
  it.each(kinds)('answers drawings as the model does here, layer by layer, on %s', async (kind) => {
    const { widget, root } = await open('cifar-net', { kind });
    await reads(root, 'data-answer', 'cat');
    expect(await numberOf(root, 'data-probability')).toBeCloseTo(await probabilityOf('cat'), 3);

    await choose(widget, drawings.frog.title);
    await reads(root, 'data-answer', 'frog');
    expect(await numberOf(root, 'data-probability')).toBeCloseTo(await probabilityOf('frog'), 3);
    expect(await widget.getAttribute('data-provider')).toBe(kind);

    await widget.getByLabel('What a layer answers').selectOption('conv4.relu');
    await reads(root, 'data-layer', 'conv4.relu');
    expect(await root.locator('img.maps').getAttribute('alt')).toContain('96 maps of 3 by 3');
    expect(await numberOf(root, 'data-layer-sum')).toBeGreaterThan(1);
  });

  it('climbs from grey to a picture that it is sure of', async () => {
    const { widget, root } = await open('cifar-ascent', {
      kind: 'wasm',
      query: '?cifar-ascent.steps=10&cifar-ascent.class=frog&cifar-ascent.v=1',
    });
    await reads(root, 'data-frames', '11');
    expect(await numberOf(root, 'data-start')).toBeLessThan(0.2);
    const before = await numberOf(root, 'data-score');

    await press(widget, 'Step');
    await reads(root, 'data-step', '11');
    await press(widget, 'Back');
    await reads(root, 'data-step', '10');

    // Another class, without what keeps the picture smooth.
    await press(widget, 'Only the gradient');
    await reads(root, 'data-frames', '11');
    await expect.poll(() => numberOf(root, 'data-score')).toBeGreaterThan(before);
    expect(await numberOf(root, 'data-probability')).toBeGreaterThan(0.99);
    await says(root, 'Nothing but the gradient');
    expect(await widget.getAttribute('data-provider')).toBe('wasm');
  });
});

describe('the filters of the small network', () => {
  it('go through the epochs by slider, step and play', async () => {
    const { widget, root } = await open('cifar-net');
    await reads(root, 'data-epoch', '26');
    const trained = await root.locator('.cifar-filters .pixels').first().getAttribute('src');
    await press(widget, 'Reset');
    await reads(root, 'data-epoch', '0');
    await expect.poll(() => root.textContent()).toContain('Before training: 11.2 %');
    expect(await root.locator('.cifar-filters .pixels').first().getAttribute('src')).not.toBe(trained);
    await press(widget, 'Step');
    await reads(root, 'data-epoch', '1');
    await press(widget, 'Play');
    await expect.poll(() => numberOf(root, 'data-epoch')).toBeGreaterThan(2);
    await press(widget, 'Pause');
  });
});

/** Our own drawing of a truck, as a reader's file: 32 × 32 pixels come back as they went. */
async function lorry(widget: Locator): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const picture = widget.getByRole('img', { name: drawings.truck.title });
  await expect.poll(() => picture.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
  const source = await picture.getAttribute('src');
  const buffer = Buffer.from((source ?? '').split(',')[1], 'base64');
  return { name: 'lorry.png', mimeType: 'image/png', buffer };
}

async function expectTruck(root: Locator): Promise<void> {
  await reads(root, 'data-source', 'own');
  await reads(root, 'data-answer', 'truck');
  expect(await numberOf(root, 'data-probability')).toBeCloseTo(await probabilityOf('truck'), 2);
}

describe('pictures of the reader', () => {
  it('are answered when drawn with keys, and when chosen as a file', async () => {
    const { widget, root } = await open('cifar-net');
    await widget.getByText('Draw a picture').click();
    const pad = widget.getByRole('application');
    await pad.focus();
    for (const key of ['Space', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown'])
      await pad.press(key);
    await reads(root, 'data-source', 'painted');
    await says(root, 'your drawing');
    await expect.poll(() => root.getAttribute('data-answer')).not.toBeNull();

    await widget.getByText('Take a picture of your own').click();
    await widget
      .locator('input[type="file"]')
      .first()
      .setInputFiles(await lorry(widget));
    await expectTruck(root);

    // What is no picture is named, and the last one stays.
    await widget
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await expect
      .poll(() => widget.locator('.picture-words').textContent())
      .toBe('notes.txt is no picture that this browser can read. The last one stays.');
    expect(await root.getAttribute('data-answer')).toBe('truck');
  });

  it('are answered when dropped, and when pasted', async () => {
    const { page, widget, root } = await open('cifar-net');
    await widget.getByText('Take a picture of your own').click();
    const { name, mimeType, buffer } = await lorry(widget);
    const dataTransfer = await page.evaluateHandle(
      ([base64, title, type]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
        data.items.add(new File([bytes], title, { type }));
        return data;
      },
      [buffer.toString('base64'), name, mimeType],
    );
    const drop = widget.getByRole('group', { name: 'A picture' });
    await drop.dispatchEvent('drop', { dataTransfer });
    await expectTruck(root);

    await choose(widget, drawings.cat.title);
    await reads(root, 'data-answer', 'cat');
    await drop.evaluate((element, clipboardData) => {
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, dataTransfer);
    await expectTruck(root);
  });

  it('are pasted from the clipboard by a button', async () => {
    const { page, widget, root } = await open('cifar-net', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await widget.getByText('Take a picture of your own').click();
    const { buffer } = await lorry(widget);
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const type = 'image/png';
      await navigator.clipboard.write([new ClipboardItem({ [type]: new Blob([bytes], { type }) })]);
    }, buffer.toString('base64'));
    await press(widget, 'Paste');
    await expectTruck(root);
  });

  it('are photographed on a telephone, with the camera that looks away from the reader', async () => {
    const { page, widget, root } = await open('cifar-net', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await widget.getByText('Take a picture of your own').click();
    const chosen = page.waitForEvent('filechooser');
    await press(widget, 'Use the camera');
    const chooser = await chosen;
    expect(await chooser.element().getAttribute('capture')).toBe('environment');
    await chooser.setFiles(await lorry(widget));
    await expectTruck(root);
  });
});

describe('the layers of 2012', () => {
  it('change equation, shapes and totals with the picture, and the totals with the network', async () => {
    const { widget, root } = await open('alexnet-layers');
    await reads(root, 'data-parameters', '60965224');
    await reads(root, 'data-work', '724406816');
    await widget.getByRole('radio', { name: 'conv1' }).check();
    await reads(root, 'data-layer-parameters', '34944');
    await choose(widget, '224');
    await reads(root, 'data-parameters', '49430888');
    await expect.poll(() => root.textContent()).toContain('⌊(224 + 2 · 0 − 11) / 4⌋ + 1 = ⌊53.25⌋ + 1 = 54');
    expect(await root.textContent()).toContain('96 × 54 × 54');
    await choose(widget, '224 in zeros');
    await choose(widget, 'One card');
    await reads(root, 'data-parameters', '62378344');
  });

  it('are read off a graph that is shown, in which the layer chosen is set apart', async () => {
    const { widget, root } = await open('alexnet-layers');
    await widget.getByText('The network as a graph').click();
    const chosen = root.locator('.layer-program [data-chosen]');
    await widget.getByRole('radio', { name: 'conv2' }).check();
    await expect
      .poll(() => chosen.allTextContents())
      .toContain('input  conv2.kernels float32[256, 48, 5, 5]\n');
    await choose(widget, 'One card');
    await expect
      .poll(() => chosen.allTextContents())
      .toContain('input  conv2.kernels float32[256, 96, 5, 5]\n');
  });

  it('can be walked with the arrow keys', async () => {
    const { page, widget, root } = await open('alexnet-layers');
    await widget.getByRole('radio', { name: 'conv2' }).focus();
    await page.keyboard.press('ArrowDown');
    await reads(root, 'data-layer', 'pool2');
    await page.keyboard.press('ArrowDown');
    await reads(root, 'data-layer', 'conv3');
  });
});
