/** After the build: lists the files that readers can keep, and bundles the service worker that keeps them. */

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import type { OfflineFile } from '../offline/file-list.ts';
import { kindOf } from '../offline/kinds.ts';

const worker = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

export default function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const files = await offlineFiles(site);
        await writeFile(join(site, 'offline-files.json'), JSON.stringify({ files }));
        await build({
          configFile: false,
          logLevel: 'warn',
          define: {
            OFFLINE_BUILD: JSON.stringify({ precache: await precache(site, files), search: searchOf(files) }),
            'process.env.NODE_ENV': JSON.stringify('production'),
          },
          build: {
            outDir: site,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: {
              input: worker,
              // One script that is no module: every browser with service workers takes it.
              output: { format: 'iife', entryFileNames: 'service-worker.js' },
            },
          },
        });
        logger.info(`${files.length} files can be kept offline`);
      },
    },
  };
}

const digest = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 12);

/** The files of a built site that a reader can keep, by path. */
export async function offlineFiles(site: string): Promise<OfflineFile[]> {
  const found = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(join(site, '/').length).replaceAll('\\', '/'))
    .sort();
  const files: OfflineFile[] = [];
  for (const file of paths) {
    const path = file.replace(/(^|\/)index\.html$/, '$1');
    const kind = kindOf(path);
    if (!kind || path === '404.html' || path === 'offline-files.json') continue;
    const content = await readFile(join(site, file));
    files.push({ path, kind, size: content.length, revision: digest(content) });
  }
  return files;
}

/** The page that stands in for pages that are not kept, with all that it shows. */
async function precache(site: string, files: readonly OfflineFile[]) {
  const text = await readFile(join(site, 'offline/index.html'), 'utf8');
  const assets = files.filter(({ path, kind }) => kind === 'asset' && text.includes(`/${path}`));
  const page = files.find(({ path }) => path === 'offline/');
  if (!page) throw new Error('src/pages/offline.astro: the build holds no page /offline/');
  return [
    { url: page.path, revision: page.revision },
    ...assets.map(({ path }) => ({ url: path, revision: null })),
  ];
}

function searchOf(files: readonly OfflineFile[]) {
  const search = files.filter(({ kind }) => kind === 'search');
  return {
    paths: search.map(({ path }) => path),
    revision: digest(search.map(({ path, revision }) => `${path} ${revision}`).join('\n')),
  };
}
