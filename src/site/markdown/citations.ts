/**
 * Citations in prose: `[@minsky-1969]`, `[@goodfellow-2016, §6.2]`, `[@novikoff-1962; @block-1962]`.
 *
 * Each becomes a link to the source, numbered in order of first citation. What was cited where goes into the
 * page's frontmatter as `citations`, from which the list of sources is made.
 */

import { statSync } from 'node:fs';
import type { Link, PhrasingContent, Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import type { VFile } from 'vfile';
import { readBibliography } from '../bibliography/read.ts';
import { didYouMean } from '../nearest-name.ts';

export interface Citation {
  readonly key: string;
  /** From 1, in order of first citation. */
  readonly number: number;
  /** Ids of the links that cite this source, in the order of the page. */
  readonly places: string[];
}

interface Options {
  /** The BibTeX file, or its keys. */
  readonly bibliography: string | readonly string[];
}

export function citations({ bibliography }: Options) {
  return (tree: Root, file: VFile): void => {
    const known = typeof bibliography === 'string' ? keysOf(bibliography) : bibliography;
    const cited = new Map<string, Citation>();

    const linkTo = (item: string): Link => {
      const { key, locator } = parseItem(item, file);
      if (!known.includes(key)) {
        throw new Error(
          `${nameOf(file)}: source "${key}" is not in content/sources.bib.${didYouMean(key, known)}`,
        );
      }
      const citation = cited.get(key) ?? { key, number: cited.size + 1, places: [] };
      cited.set(key, citation);
      const id = `cite-${citation.number}-${citation.places.length + 1}`;
      citation.places.push(id);
      return {
        type: 'link',
        url: `#source-${key}`,
        data: { hProperties: { id, className: ['citation'], role: 'doc-biblioref' } },
        children: [{ type: 'text', value: `[${citation.number}${locator ? `, ${locator}` : ''}]` }],
      };
    };

    // The space before a citation must not break, or a line could begin with "[1]".
    findAndReplace(tree, [
      / ?\[(@[^[\]]+)\]/g,
      (match: string, list: string): PhrasingContent[] => {
        const links = list.split(';').map((item) => linkTo(item.trim()));
        return match.startsWith(' ') ? [{ type: 'text', value: '\u00a0' }, ...links] : links;
      },
    ]);

    const astro = (file.data as { astro?: { frontmatter?: Record<string, unknown> } }).astro;
    if (astro) astro.frontmatter = { ...astro.frontmatter, citations: [...cited.values()] };
  };
}

/** `@goodfellow-2016, §6.2` → key and locator. */
function parseItem(item: string, file: VFile): { key: string; locator: string } {
  const [, key, locator = ''] = /^@([^\s,]+)(?:,\s*(.+))?$/.exec(item) ?? [];
  if (key === undefined) {
    throw new Error(
      `${nameOf(file)}: "[${item}]" is not a citation. Write [@key], [@key, page] or [@key; @key].`,
    );
  }
  return { key, locator };
}

const nameOf = (file: VFile): string => (file.path ?? 'a page').replace(`${process.cwd()}/`, '');

/** Keys by file, read again when the file has changed, as it does under `npm run dev`. */
const cache = new Map<string, { changed: number; keys: string[] }>();

function keysOf(path: string): string[] {
  const changed = statSync(path).mtimeMs;
  const kept = cache.get(path);
  if (kept?.changed === changed) return kept.keys;
  const keys = readBibliography(path).map((source) => source.id);
  cache.set(path, { changed, keys });
  return keys;
}
