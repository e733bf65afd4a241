/** What figures cost the page that shows them: their longest task, and how soon they answer. */

import type { Browser } from 'playwright-core';

export interface PageCost {
  /** Processor time, in milliseconds, of the longest task of the page's thread until two seconds after the start. */
  readonly longestTask: number;
  /** From the runtime's being there, in milliseconds; null for a figure that runs no model. */
  readonly after: {
    /** To the first answer of a model. */
    readonly firstResult: number;
    /** To all that the figure computes before it counts as running, such as a whole training. */
    readonly running: number;
  } | null;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

interface Noted {
  runtimeAt?: number;
  answeredAt?: number;
  runningAt?: number;
}

/** Runs in the page before its scripts: notes when the runtime is there, when it first answers, when the figure runs. */
function note(): void {
  const noted = globalThis as unknown as Noted;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: { kind?: string; id?: number }, ...rest) {
    const { kind, id } = message;
    this.addEventListener('message', ({ data }) => {
      if (data.id !== id || data.kind === 'progress') return;
      if (kind === 'load') noted.runtimeAt ??= performance.now();
      if (kind === 'run' || kind === 'steps') noted.answeredAt ??= performance.now();
    });
    return (post as (...of: unknown[]) => void).call(this, message, ...rest);
  } as typeof post;
  new MutationObserver(() => {
    if (document.querySelector('glossary-widget[data-status="running"]'))
      noted.runningAt ??= performance.now();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-status'] });
}

/** Opens the figure alone, in a fresh profile, and waits until it runs. @param url of `/embed/<widget>/` */
export async function pageCost(browser: Browser, url: string): Promise<PageCost> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(note);
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    await page.goto(url);
    const ask = page.locator('glossary-widget [data-run]');
    if (await ask.isVisible()) await ask.click();
    await page.waitForFunction(() => (globalThis as unknown as Noted).runningAt !== undefined, null, {
      timeout: 60_000,
    });
    await page.waitForTimeout(2000);
    const { runtimeAt, answeredAt, runningAt } = await page.evaluate(() => {
      const { runtimeAt, answeredAt, runningAt } = globalThis as unknown as Noted;
      return { runtimeAt, answeredAt, runningAt };
    });
    const trace = JSON.parse((await browser.stopTracing()).toString());
    return {
      longestTask: longestTask(trace.traceEvents, page.url()),
      after:
        runtimeAt && answeredAt && runningAt
          ? { firstResult: answeredAt - runtimeAt, running: runningAt - runtimeAt }
          : null,
    };
  } finally {
    await context.close();
  }
}

/** @returns milliseconds; the browser's own pages have threads of the same name, so the thread is the one that loaded `url` */
function longestTask(events: readonly TraceEvent[], url: string): number {
  const loaded = events.find(({ name, args }) => name === 'CommitLoad' && args?.data?.url === url);
  if (!loaded) throw new Error(`the trace does not show that ${url} was loaded`);
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === loaded.pid && tid === loaded.tid,
  );
  if (tasks.length === 0) throw new Error(`the trace shows no task of ${url}`);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
