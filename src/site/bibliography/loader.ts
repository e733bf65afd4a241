/** The content loader of the collection `sources`. Unlike Astro's `file()`, a malformed entry stops the build. */

import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readBibliography } from './read.ts';

/** @param path of the BibTeX file, from the root of the project */
export function bibliography(path: string): Loader {
  return {
    name: 'bibliography',
    async load({ config, store, parseData, generateDigest, watcher, logger }) {
      const file = fileURLToPath(new URL(path, config.root));
      const load = async () => {
        const records = readBibliography(file);
        store.clear();
        for (const record of records) {
          const data = await parseData({ id: record.id, data: record });
          store.set({ id: record.id, data, digest: generateDigest(data) });
        }
      };
      await load();
      watcher?.add(file);
      watcher?.on('change', (changed) => {
        if (changed === file) load().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}
