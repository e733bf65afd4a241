/** The files of a built site, and what its pages point to. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { project, repositoryAddress } from '../../src/site/project.ts';
import type { ServedSite } from './global-setup.ts';

/** Where the build believes it will be published; links to it are links to itself. */
export const publishedAt = 'https://live-glossary.example';

export interface BuiltPage {
  /** Path below the host, with the base: `/glossary/perceptron/`. */
  readonly path: string;
  /** Parsed anew at each call: the documents of all pages at once take gigabytes. */
  readonly document: Document;
  readonly text: string;
}

export function builtPages({ folder, base }: Pick<ServedSite, 'folder' | 'base'>): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const path = base + file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
      return {
        path,
        text,
        get document() {
          return parseHTML(text).document;
        },
      };
    });
}

/** Every address that a page names: links, scripts, styles, images, models, its own name in its metadata. */
export function addressesIn({ document, text }: Pick<BuiltPage, 'document' | 'text'>): string[] {
  const found = [...document.querySelectorAll('*')].flatMap((element) => [
    ...['href', 'src', 'poster', 'action', 'data-base', 'data-runtime'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    ),
    ...(element.getAttribute('srcset') ?? '').split(',').flatMap((one) => one.trim().split(' ')[0] || []),
    ...Object.values<string>(JSON.parse(element.getAttribute('data-models') ?? '{}')),
  ]);
  const itself = [
    ...text.matchAll(/https:\/\/live-glossary\.example(?:[^"'<>\s&\\{}]*[^"'<>\s&\\{}.,;])?/g),
  ].map(([url]) => url);
  return [...new Set([...found, ...itself])];
}

export type Target =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'outside the base' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly path: string; readonly anchor: string };

/** What an address on a page leads to, found among the files as a plain static host would. */
export function targetOf(
  address: string,
  page: string,
  { folder, base }: Pick<ServedSite, 'folder' | 'base'>,
): Target {
  if (address.startsWith(project.repository)) return inRepository(address);
  const url = new URL(address, publishedAt + page);
  if (url.origin !== publishedAt) return { kind: 'elsewhere' };
  if (!url.pathname.startsWith(base)) return { kind: 'outside the base' };
  const file = decodeURIComponent(url.pathname.slice(base.length));
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (url.pathname.endsWith('/')) {
    if (existsSync(join(folder, file, 'index.html'))) return { kind: 'file', path: url.pathname, anchor };
    // Folders of models and of the runtime have no page of their own.
    return existsSync(join(folder, file)) && !anchor
      ? { kind: 'file', path: url.pathname, anchor }
      : { kind: 'missing' };
  }
  return existsSync(join(folder, file)) && statSync(join(folder, file)).isFile()
    ? { kind: 'file', path: url.pathname, anchor }
    : { kind: 'missing' };
}

/** Links to the sources must name files that exist here. */
function inRepository(address: string): Target {
  const files = repositoryAddress('');
  const isMissing = address.startsWith(files) && !existsSync(address.slice(files.length).replace(/#.*/, ''));
  return isMissing ? { kind: 'missing' } : { kind: 'elsewhere' };
}
