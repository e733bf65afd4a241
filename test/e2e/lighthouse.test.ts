import { createServer } from 'node:net';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** A port that nothing listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Record<(typeof categories)[number], number>;

let port = 0;
let browser: Awaited<ReturnType<typeof chromium.launch>>;
beforeAll(async () => {
  port = await freePort();
  browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`],
  });
});
afterAll(() => browser.close());

/** Of Lighthouse's own benchmark: that of the desktop for which a phone is four times slower, then of this machine. */
let points = 1500;
/** Lighthouse's authors ask to take a smaller factor on a slower or a shared machine, which resembles a phone already. */
const slowdown = (): number => Math.min(4, Math.max(1, (4 * points) / 1500));

/** Lighthouse's scores of 100 for a page on a phone, and what took points away. */
async function measure(path: string): Promise<{ scores: Scores; lost: string[] }> {
  const { default: lighthouse } = await import('lighthouse');
  const result = await lighthouse(new URL(path, inject('atRoot').address).href, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
    // The phone and its network are simulated from one load, which a busy machine disturbs least.
    formFactor: 'mobile',
    throttlingMethod: 'simulate',
    throttling: { cpuSlowdownMultiplier: slowdown() },
    // What the address of a test server cannot have: it is neither public nor encrypted.
    skipAudits: ['is-on-https', 'redirects-http', 'uses-http2', 'canonical'],
  });
  if (!result) throw new Error('Lighthouse gave no result');
  const { categories: found, audits, environment } = result.lhr;
  points = environment.benchmarkIndex;
  const score = (name: string) => Math.round((found[name].score ?? 0) * 100);
  const lost = categories.flatMap((name) =>
    found[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
      .map(({ id }) => `${name}: ${audits[id].title} (${audits[id].displayValue ?? audits[id].score})`),
  );
  return { scores: Object.fromEntries(categories.map((name) => [name, score(name)])) as Scores, lost };
}

describe('on a phone, Lighthouse gives', () => {
  it.each(['', 'adam/', 'perceptron/'])(
    '/%s 100 for accessibility, best practices and SEO, and 95 or more for speed',
    async (path) => {
      const lost: string[] = [];
      const best: Scores = { performance: 0, accessibility: 100, 'best-practices': 100, seo: 100 };
      // Speed is the best of up to three: other programs may hold the machine. The rest must hold in every run.
      for (let run = 0; run < 3 && best.performance < 95; run += 1) {
        const measured = await measure(path);
        lost.push(...measured.lost);
        best.performance = Math.max(best.performance, measured.scores.performance);
        for (const name of ['accessibility', 'best-practices', 'seo'] as const)
          best[name] = Math.min(best[name], measured.scores[name]);
      }
      const reasons = lost.join('\n');
      expect(best.accessibility, reasons).toBe(100);
      expect(best['best-practices'], reasons).toBe(100);
      expect(best.seo, reasons).toBe(100);
      expect(best.performance, reasons).toBeGreaterThanOrEqual(95);
    },
  );
});
