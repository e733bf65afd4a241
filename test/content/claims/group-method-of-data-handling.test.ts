/** Every number in content/entries/group-method-of-data-handling.mdx, computed by the trainer. */

import { describe, expect, it } from 'vitest';
import { factors, products } from '../../../src/datasets/products.ts';
import { checked, fitted, productData } from '../../../src/recipes/gmdh.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { answersOf, cardOf, entryText, historyOf, noFiles } from './shipped.ts';

const text = entryText('group-method-of-data-handling');
const { metrics } = cardOf('gmdh');
const { curves } = historyOf('gmdh');
const checking = curves['checking loss'];
const others = curves['held-out loss'];
const said = (value: number) => expect(text).toContain(value.toFixed(4));

describe('the examples', () => {
  it('are 150 to fit, 150 to choose by and 400 more', async () => {
    const { heldOut } = await productData.load(noFiles);
    expect([fitted, checked, heldOut.count]).toEqual([150, 150, 400]);
  });
  it('depend on five of six numbers, with an error of variance 0.01', () => {
    const [still, noisy] = [0, 0.1].map((noise) => products(5000, { noise }, random(1)));
    const variance = noisy.target.reduce((sum, one, i) => sum + (one - still.target[i]) ** 2, 0) / 5000;
    expect(variance).toBeCloseTo(0.01, 3);
    still.target.forEach((target, i) => {
      const [x1, x2, x3, x4, x5] = still.x.subarray(factors * i);
      expect(target).toBeCloseTo((1 + x1 * x2) * (1 + x3 * x4) + x1 * x5, 6);
    });
  });
});

describe('the network', () => {
  it('grows eight layers while the checking error falls, and throws the ninth away', () => {
    expect(checking).toHaveLength(1 + 8);
    expect(checking).toEqual([...checking].sort((a, b) => b - a));
    said(checking[1]);
    said(checking[8]);
    expect(metrics['checking loss']).toBe(checking[8]);
    expect(metrics['checking loss of one more layer']).toBeGreaterThan(checking[8]);
    said(metrics['checking loss of one more layer']);
  });
  it('does best on further examples with seven of them', async () => {
    const { heldOut } = await productData.load(noFiles);
    const { y } = await answersOf('gmdh', heldOut, [factors]);
    const error = y.reduce((sum, one, i) => sum + (one - heldOut.target[i]) ** 2, 0) / heldOut.count;
    expect(error).toBeCloseTo(metrics['held-out loss'], 6);
    expect(others.indexOf(Math.min(...others))).toBe(7);
    expect(others.slice(0, 8)).toEqual([...others.slice(0, 8)].sort((a, b) => b - a));
    said(others[7]);
    said(error);
  });
});
