/** Serves the built site twice, at the root and under a base path, and finds a browser. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../scripts/build-site.ts';
import { findChromium } from '../../scripts/find-chromium.ts';
import { serve } from '../../scripts/static-server.ts';

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

/** @param variable of the environment that names a finished build; without it one is made now */
async function serveSite(variable: 'SITE_AT_ROOT' | 'SITE_UNDER_BASE', base: string): Promise<ServedSite> {
  const folder = process.env[variable];
  if (folder && !existsSync(join(folder, 'index.html')))
    throw new Error(`${folder} holds no built site; unset ${variable} to have one built`);
  const built = folder ?? join(temporary, variable);
  if (!folder) {
    await buildSite({ outDir: built, base, quiet: true });
    // The next project finds it there.
    process.env[variable] = built;
  }
  const { server, address } = await serve({ folder: built, base }, { host: '127.0.0.1', port: 0 });
  servers.push(server);
  return { address, base, folder: built };
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('chromium', findChromium());
  project.provide('atRoot', await serveSite('SITE_AT_ROOT', '/'));
  project.provide('underBase', await serveSite('SITE_UNDER_BASE', '/glossary/'));
}

export function teardown(): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(temporary, { recursive: true, force: true });
}
