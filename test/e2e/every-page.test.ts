import { describe, expect, inject, it } from 'vitest';
import { violationsInBoth } from './axe.ts';
import { visit } from './browsing.ts';
import { builtPages } from './built-site.ts';

const pages = builtPages(inject('atRoot'));
const paths = pages.map(({ path }) => path.slice(1));
/** Some pages at a time, so that one slow page does not end all. */
const groupsOf = (some: readonly string[]) =>
  Array.from({ length: Math.ceil(some.length / 25) }, (_, i) => some.slice(25 * i, 25 * (i + 1))).map(
    (group) => ({ group, first: group[0], last: group.at(-1) }),
  );
/** Axe sees figures alone in every-figure.test.ts and the gallery in kit.test.ts, both running and with every fold open. */
const still = paths.filter((path) => !/^(embed|kit)\//.test(path));

describe.each(groupsOf(paths))('every page from "$first" to "$last", without JavaScript', ({ group }) => {
  it('fits 320 px, and 1280 px at twice the size, without sideways scrolling', async () => {
    const page = await visit('', { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
    const session = await page.context().newCDPSession(page);
    const wide: string[] = [];
    for (const path of group) {
      await page.goto(inject('atRoot').address + path);
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 800 });
        // The layout's own numbers: no script runs in the page.
        const { cssContentSize, cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
        if (cssContentSize.width > cssLayoutViewport.clientWidth)
          wide.push(`${path}: ${cssContentSize.width} px at ${width}`);
      }
    }
    expect(wide).toEqual([]);
  });

  it('has one main part with one first heading, after a link that skips to it', () => {
    const wrong = pages
      .filter(({ path }) => group.includes(path.slice(1)))
      .filter(({ document }) => {
        const count = (selector: string) => document.querySelectorAll(selector).length;
        const skip = document.querySelector('body a');
        return (
          count('main') !== 1 ||
          count('h1') !== 1 ||
          count('body > header') !== 1 ||
          count('body > footer') !== 1 ||
          skip?.getAttribute('href') !== '#content'
        );
      })
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

describe.each(groupsOf(still))('every page from "$first" to "$last"', ({ group }) => {
  it('is found without fault by axe, in light colours and in dark ones', async () => {
    const wrong: string[] = [];
    const page = await visit('');
    for (const path of group) {
      await page.goto(inject('atRoot').address + path);
      wrong.push(...(await violationsInBoth(page)).map((fault) => `${path} ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
});

describe('reduced motion', () => {
  it('nothing moves by itself on the home page and in an entry', async () => {
    for (const path of ['', 'perceptron/']) {
      const page = await visit(path, { reducedMotion: 'reduce' });
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
  });
});

describe('forced colours', () => {
  it('leave an edge around what the home page marks by colour alone', async () => {
    const page = await visit('', { forcedColors: 'active' });
    const edges = await page.locator('.run-figure, .plate-picture, .home-search').evaluateAll((all) =>
      all.map((one) => {
        const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(one);
        return { edged: borderTopWidth !== '0px' && borderTopColor !== backgroundColor, name: one.className };
      }),
    );
    expect(edges.length).toBeGreaterThan(2);
    expect(edges.filter(({ edged }) => !edged)).toEqual([]);
  });
});
