/** Serves the built site twice, at the root and under a base path, and finds a browser. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../scripts/build-site.ts';
import { serve } from '../../scripts/static-server.ts';
import { findChromium } from './chromium.ts';

export interface ServedSite {
  /** Address of the home page, ending in a slash. */
  readonly address: string;
  readonly base: string;
  readonly folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
    atRoot: ServedSite;
    underBase: ServedSite;
  }
}

const temporary = mkdtempSync(join(tmpdir(), 'glossary-e2e-'));
const servers: Server[] = [];

/** @param folder a finished build, or undefined to build one now */
async function serveSite(folder: string | undefined, base: string, name: string): Promise<ServedSite> {
  if (folder && !existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} holds no built site; unset the variable that names it to have one built`);
  const built = folder ?? join(temporary, name);
  if (!folder) await buildSite({ outDir: built, base, quiet: true });
  const { server, address } = await serve({ folder: built, base }, { host: '127.0.0.1', port: 0 });
  servers.push(server);
  return { address, base, folder: built };
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', findChromium());
  project.provide('atRoot', await serveSite(process.env.SITE_AT_ROOT, '/', 'root'));
  project.provide('underBase', await serveSite(process.env.SITE_UNDER_BASE, '/glossary/', 'base'));
}

export function teardown(): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(temporary, { recursive: true, force: true });
}
