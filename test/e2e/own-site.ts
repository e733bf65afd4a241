/** A built site on a server of the test's own, which can be cut off, slow, or publish anew. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { serve } from '../../scripts/static-server.ts';
import type { ServedSite } from './global-setup.ts';

export interface OwnSite {
  readonly address: string;
  /** No answers any more. */
  cut(): void;
  /** Answers again, at the same address. */
  restore(): Promise<void>;
  /** From here on pages come only when `release` is called. */
  hold(): { release(): void };
  /** Changes a file of a copy of the site, and with it the service worker, as every build does. */
  publish(file: string, change: (text: string) => string, worker?: (text: string) => string): void;
}

/** @param isCopied whether the test will publish */
export async function ownSite(
  { folder, base }: Pick<ServedSite, 'folder' | 'base'>,
  { isCopied = false } = {},
): Promise<OwnSite> {
  const copy = isCopied ? mkdtempSync(join(tmpdir(), 'glossary-own-')) : undefined;
  if (copy) cpSync(folder, copy, { recursive: true });
  const site = { folder: copy ?? folder, base };
  const host = '127.0.0.1';
  const first = await serve(site, { host, port: 0 });
  const port = Number(new URL(first.address).port);
  let server: Server | undefined = first.server;
  let held: (() => void)[] | undefined;

  const gate = (one: Server) => {
    const [answer] = one.listeners('request') as ((...args: unknown[]) => void)[];
    one.removeAllListeners('request');
    one.on('request', (request, response) => {
      if (held && request.url?.endsWith('/')) held.push(() => answer(request, response));
      else answer(request, response);
    });
  };
  gate(first.server);
  const cut = () => {
    server?.close();
    server?.closeAllConnections();
    server = undefined;
  };
  onTestFinished(() => {
    cut();
    if (copy) rmSync(copy, { recursive: true, force: true });
  });
  return {
    address: first.address,
    cut,
    async restore() {
      ({ server } = await serve(site, { host, port, exact: true }));
      gate(server);
    },
    hold() {
      held = [];
      return {
        release() {
          for (const answer of held ?? []) answer();
          held = undefined;
        },
      };
    },
    publish(file, change, worker = (text) => text) {
      if (!copy) throw new Error('ownSite: only a copy can publish; set isCopied');
      for (const [name, edit] of [
        [file, change],
        ['service-worker.js', (text: string) => `${worker(text)}\n/* ${file} */\n`],
      ] as const) {
        const before = readFileSync(join(copy, name), 'utf8');
        const after = edit(before);
        if (after === before) throw new Error(`${name}: the change changes nothing`);
        writeFileSync(join(copy, name), after);
      }
    },
  };
}
