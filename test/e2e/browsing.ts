/** Opens pages as readers do, and holds every page to two promises: no errors, no other host. */

import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';

export const kinds = ['wasm', 'webgpu'] as const;
export type Kind = (typeof kinds)[number];

const common = ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'];
/** Pages of its own that Chromium opens in every window, and that take more time than some tests. */
const ownPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
const switches: Readonly<Record<Kind, readonly string[]>> = {
  // Without a graphics adapter, as in most virtual machines.
  wasm: [...common, '--disable-gpu', `--disable-features=${['WebGPU', ...ownPages]}`],
  // SwiftShader draws on the processor: slow, but the same code path as a graphics card.
  webgpu: [
    ...common,
    '--enable-unsafe-webgpu',
    '--enable-features=Vulkan',
    `--disable-features=${ownPages}`,
    '--use-webgpu-adapter=swiftshader',
  ],
};

const browsers = new Map<Kind, Promise<Browser>>();
afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
});

/** One browser of each kind for a file of tests. */
export function browserOf(kind: Kind): Promise<Browser> {
  const known = browsers.get(kind);
  if (known) return known;
  const launched = chromium.launch({ executablePath: inject('chromium'), args: [...switches[kind]] });
  browsers.set(kind, launched);
  return launched;
}

export interface Visit extends BrowserContextOptions {
  readonly kind?: Kind;
  readonly site?: 'atRoot' | 'underBase';
  /** Of a server of the test's own, instead of `site`. */
  readonly address?: string;
  /** Errors that the test brings about on purpose. */
  readonly expected?: RegExp;
  /** Called before the page is opened: to block or to watch requests. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** What a page reports when it may have no service worker. */
const blocked = /Service Worker registration blocked/;

/**
 * Opens a page of the site in a fresh profile, without a service worker unless `serviceWorkers` allows it: what a
 * worker fetches, no test can hold up or spoil. When the test ends, it fails if the page reported an error
 * or asked anything of another host.
 * @param path below the site's address, such as `perceptron/`
 */
export async function visit(path: string, options: Visit = {}): Promise<Page> {
  const { kind = 'wasm', site = 'atRoot', expected, prepare, ...context } = options;
  const browser = await browserOf(kind);
  const opened = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
    ...context,
  });
  const page = await opened.newPage();
  const { address = inject(site).address } = options;
  const host = new URL(address).host;
  const problems: string[] = [];
  const note = (text: string) => {
    if (!expected?.test(text) && !blocked.test(text)) problems.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) note(`asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
  });
  onTestFinished(async () => {
    await opened.close();
    expect(problems, 'what the page reported').toEqual([]);
  });
  await prepare?.(page);
  await page.goto(new URL(path, address).href);
  return page;
}
