/**
 * Links the names of other entries in prose: in each section the first mention of a term that the author has not
 * linked there, except in links, code, equations, headings and the captions of figures.
 */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { VFile } from 'vfile';
import { withBase } from '../address.ts';
import { type FindMentions, type Named, nameFinder } from '../term-names.ts';

interface Options {
  readonly base: string;
  /** The folder of the entries, or what is known of them. */
  readonly entries: string | readonly Named[];
}

const untouched = new Set(['a', 'code', 'pre', 'kbd', 'samp', 'th', 'figure', 'figcaption', 'svg', 'math']);
const untouchedClasses = ['katex', 'equation', 'glued', 'term-link'];
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function termLinks({ base, entries }: Options) {
  return (tree: Root, file: VFile): void => {
    const find = typeof entries === 'string' ? finderOf(entries) : nameFinder(entries);
    const own = basename(file.path ?? '', '.mdx');
    for (const section of sectionsOf(tree)) {
      const linked = new Set([own, ...section.flatMap((node) => linkedEntries(node, base))]);
      for (const node of section) if (node.type === 'element') linkWithin(node, { find, linked, base });
    }
  };
}

/** A section begins at a heading of the second or third rank. */
function sectionsOf(tree: Root): RootContent[][] {
  const sections: RootContent[][] = [[]];
  for (const node of tree.children) {
    if (node.type === 'element' && /^h[23]$/.test(node.tagName)) sections.push([]);
    sections.at(-1)?.push(node);
  }
  return sections;
}

/** The entries that the author has linked. */
function linkedEntries(node: RootContent, base: string): string[] {
  if (!('children' in node)) return [];
  const below = node.children.flatMap((child) => linkedEntries(child as RootContent, base));
  if (node.type !== 'element' || node.tagName !== 'a') return below;
  const href = String(node.properties.href ?? '');
  const root = withBase(base, '/');
  const [, id] = href.startsWith(root) ? (/^([^/#?]+)\//.exec(href.slice(root.length)) ?? []) : [];
  return id ? [id, ...below] : below;
}

interface Linking {
  readonly find: FindMentions;
  /** Grows as links are made. */
  readonly linked: Set<string>;
  readonly base: string;
}

function linkWithin(element: Element, linking: Linking): void {
  if (untouched.has(element.tagName) || headings.has(element.tagName)) return;
  const classes = [element.properties.className ?? []].flat();
  if (untouchedClasses.some((name) => classes.includes(name))) return;
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return linkText(child, linking);
    if (child.type === 'element') linkWithin(child, linking);
    return [child];
  });
}

function linkText({ value }: Text, { find, linked, base }: Linking): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  const keep = (end: number) => {
    if (end > done) parts.push({ type: 'text', value: value.slice(done, end) });
  };
  for (const { start, end, id } of find(value)) {
    if (linked.has(id)) continue;
    linked.add(id);
    keep(start);
    parts.push({
      type: 'element',
      tagName: 'a',
      properties: { className: ['term-link'], href: withBase(base, `/${id}/`) },
      children: [{ type: 'text', value: value.slice(start, end) }],
    });
    done = end;
  }
  keep(value.length);
  return parts;
}

/** Finders by folder, made again when a file has changed, as it does under `npm run dev`. */
const cache = new Map<string, { state: string; find: FindMentions }>();

function finderOf(folder: string): FindMentions {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  const state = files.map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`).join('\n');
  const kept = cache.get(folder);
  if (kept?.state === state) return kept.find;
  const find = nameFinder(files.map((name) => readNames(join(folder, name))));
  cache.set(folder, { state, find });
  return find;
}

/** What the front matter of an entry says of its names; the collection's schema checks it. */
export function readNames(path: string): Named {
  const { frontmatter } = parseFrontmatter(readFileSync(path, 'utf8'));
  return {
    id: basename(path, '.mdx'),
    term: String(frontmatter.term ?? ''),
    aliases: ((frontmatter.aliases ?? []) as unknown[]).map(String),
  };
}
