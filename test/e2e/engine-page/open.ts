/** Bundles a page around the site's engine, as the site's build does, and opens it at the site's address. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { inject } from 'vitest';
import { runtimeFolder } from '../../../src/site/runtime-files.ts';
import { browserOf, type Kind } from '../browsing.ts';
import type { EnginePage } from './entry.ts';

declare global {
  var enginePage: EnginePage;
}

export interface OpenPage {
  readonly page: Page;
  /** Address of the runtime's folder. */
  readonly runtime: string;
  /** What the page reported as wrong. */
  readonly problems: string[];
  close(): Promise<void>;
}

export async function openEnginePage(kind: Kind): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'glossary-engine-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    base: '/engine-page/',
    // As in the site's configuration, whose other settings are of no consequence here.
    resolve: {
      conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'],
    },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: {
        input: fileURLToPath(new URL('entry.ts', import.meta.url)),
        output: { entryFileNames: 'entry.js' },
      },
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Engine</title><link rel="icon" href="data:,"><script type="module" src="entry.js"></script>',
  );
  const context = await (await browserOf(kind)).newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await context.route('**/engine-page/**', (route) =>
    route.fulfill({
      path: join(folder, new URL(route.request().url()).pathname.slice('/engine-page/'.length)),
    }),
  );
  const { address, base } = inject('atRoot');
  await page.goto(new URL('engine-page/index.html', address).href);
  await page.waitForFunction(() => 'enginePage' in globalThis);
  return {
    page,
    runtime: `${base}runtime/${runtimeFolder}/`,
    problems,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
