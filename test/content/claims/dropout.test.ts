/** Every number in content/entries/dropout.mdx, from the cards, from the definition and by counting all masks. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { input } from '../../../src/graph/value.ts';
import { hiddenUnits } from '../../../src/recipes/dropout-network.ts';
import { dropout } from '../../../src/trainer/layers/dropout.ts';
import {
  ablationCounts,
  ablationFeeds,
  ablationGraph,
  ablationOf,
  lotMeans,
} from '../../../src/widgets/dropout/ablation.ts';
import { networks, pictureCount } from '../../../src/widgets/dropout/state.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import { answered, run, shipped } from '../../widgets/dropout/first-answers.ts';

const card = (id: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../models', id, 'card.json'), 'utf8'));
const percent = (share: number) => Math.round(share * 1000) / 10;

describe('a weighted sum under dropout', () => {
  const [h, w] = [
    [1, 2, 3, 4],
    [0.5, -0.25, 1, 0.125],
  ];
  it.each([
    [0.5, 9.75],
    [0.2, 2.4375],
  ])('at rate %f has the whole sum 3.5 as its mean and the variance %f over all masks', (rate, variance) => {
    let [mean, square] = [0, 0];
    for (let bits = 0; bits < 16; bits++) {
      const mask = h.map((_, j) => (bits >> j) & 1);
      const kept = numbersOf(dropout(input('h', [4]), input('m', [4]), rate), { h, m: mask });
      const sum = w.reduce((total, weight, j) => total + weight * kept[j], 0);
      const chance = mask.reduce((product, one) => product * (one ? 1 - rate : rate), 1);
      mean += chance * sum;
      square += chance * sum * sum;
    }
    expect(mean).toBeCloseTo(3.5, 6);
    expect(square - mean * mean).toBeCloseTo(variance, 6);
  });
  it('leaves two given units out together a quarter of the time, at least one three quarters', () => {
    expect(0.5 * 0.5).toBe(0.25);
    expect(1 - 0.5 * 0.5).toBe(0.75);
  });
});

describe('the three networks', () => {
  it.each([
    ['dropout-0', [88.3, 85.6, 73.4, 70.8]],
    ['dropout-20', [89.1, 88.4, 86.6, 81.2]],
    ['dropout-50', [89.7, 88.9, 88.2, 84.9]],
  ])('%s: test digits right, whole and without 16, 32 and 64 units', (id, expected) => {
    const { metrics, data } = card(id);
    const names = ['', ' without 16', ' without 32', ' without 64'];
    const measured = names.map((name) => metrics[`held-out accuracy${name}`]);
    measured.forEach((share, i) => {
      expect(Math.abs(percent(share) - expected[i])).toBeLessThan(0.11);
    });
    expect(metrics['training accuracy']).toBe(1);
    expect([data.training, data.heldOut, hiddenUnits]).toEqual([1000, 10_000, 128]);
  });
});

describe('the first picture of the figure', () => {
  it('is a 3 with 0.816 by the scaled network, 0.839 by the geometric and 0.593 by the plain mean of 256 masks', async () => {
    const { answers, settings } = await answered();
    expect([settings.network, settings.rate]).toEqual(['half', 0.5]);
    expect(shipped.pictures.labels[settings.picture - 1]).toBe(3);
    expect(answers.whole[3]).toBeCloseTo(0.816, 3);
    expect(answers.geometric[255][3]).toBeCloseTo(0.839, 3);
    expect(answers.means[255][3]).toBeCloseTo(0.593, 3);
  });
});

describe('without 32 units on 500 test digits', () => {
  it.each([
    ['none', 71.4, 82.3],
    ['half', 86, 87.6],
  ] as const)(
    'the network %s tells %f % right without the strongest, %f % by lot',
    async (name, strongest, lot) => {
      const ablation = ablationOf(await run(name, ablationGraph(), ablationFeeds(shipped.pictures)));
      const at = ablationCounts.indexOf(32);
      expect(pictureCount).toBe(500);
      expect(percent(ablation.strongest[at])).toBeCloseTo(strongest, 5);
      expect(percent(lotMeans(ablation)[at])).toBeCloseTo(lot, 5);
    },
  );
});

describe('the curves', () => {
  it.each([
    ['none', 0.43, 0.54],
    ['fifth', 0.4, 0.51],
    ['half', 0.37, 0.52],
  ] as const)('of the network %s: test loss at least %f, early, and %f at the end', (name, least, end) => {
    const { steps, curves } = shipped.histories[name];
    const losses = curves['held-out loss'];
    const lowest = Math.min(...losses);
    const passes = (at: number) => steps[at] / (card(networks[name]).data.training / 50);
    expect(lowest).toBeCloseTo(least, 2);
    expect(losses.at(-1)).toBeCloseTo(end, 2);
    expect(passes(losses.indexOf(lowest))).toBeLessThan(20);
    expect(passes(steps.length - 1)).toBe(100);
    expect(steps.every((_, i) => passes(i) < 20 || curves['training accuracy'][i] === 1)).toBe(true);
  });
});
