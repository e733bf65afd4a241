/** After the build: lists the files that readers can keep, and bundles the service worker that keeps them. */

import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import type { OfflineFile } from '../offline/file-list.ts';
import { type Kind, kindOf } from '../offline/kinds.ts';
import { pageTitle } from '../offline/page-title.ts';

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
            OFFLINE_BUILD: JSON.stringify({
              precache: await precache(site, files),
              search: { paths: pathsOf('search', files), revision: revisionOf(ofKind('search', files)) },
              models: pathsOf('model', files),
            }),
            'process.env.NODE_ENV': JSON.stringify('production'),
          },
          build: {
            outDir: site,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: {
              input: worker,
              output: {
                // One script that is no module: every browser with service workers takes it.
                format: 'iife',
                entryFileNames: 'service-worker.js',
                // Whatever has changed in the site changes the worker, by which browsers notice it.
                postBanner: `/* Build ${revisionOf(files)} */`,
              },
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

const revisionOf = (files: readonly OfflineFile[]): string =>
  digest(files.map(({ path, revision }) => `${path} ${revision}`).join('\n'));

const ofKind = (kind: Kind, files: readonly OfflineFile[]) => files.filter((file) => file.kind === kind);
const pathsOf = (kind: Kind, files: readonly OfflineFile[]) => ofKind(kind, files).map(({ path }) => path);

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
    const title = kind === 'page' ? pageTitle(content.toString()) : undefined;
    files.push({ path, kind, size: content.length, revision: digest(content), ...(title && { title }) });
  }
  return files;
}

/** The page that stands in for pages that are not kept, with all that it shows and runs. */
async function precache(site: string, files: readonly OfflineFile[]) {
  const page = files.find(({ path }) => path === 'offline/');
  if (!page) throw new Error('src/pages/offline.astro: the build holds no page /offline/');
  const html = await readFile(join(site, 'offline/index.html'), 'utf8');
  const assets = files.filter(({ kind }) => kind === 'asset').map(({ path }) => path);
  const needed = new Set<string>();
  async function need(text: string): Promise<void> {
    for (const path of assets) {
      if (needed.has(path) || !text.includes(path.slice(path.lastIndexOf('/')))) continue;
      needed.add(path);
      if (/\.(js|css)$/.test(path)) await need(await readFile(join(site, path), 'utf8'));
    }
  }
  await need(html);
  return [
    { url: page.path, revision: page.revision },
    ...[...needed].sort().map((path) => ({ url: path, revision: null })),
  ];
}
