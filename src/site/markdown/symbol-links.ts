/**
 * In displayed equations every symbol leads to its meaning on the page of notation. The links lie in the drawing, which
 * screen readers pass over and the Tab key does not stop at: for those, the entry lists the same links in words.
 *
 * They get the base path with all other links of the text, by `internalLinks`. The keys of the symbols go into the
 * page's frontmatter as `symbols`, in order of appearance.
 */

import { basename } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findSymbols } from '../notation/find-symbols.ts';
import { readNotation, senseIn } from '../notation/notation.ts';
import { plainText } from '../notation/typeset.ts';

export function symbolLinks() {
  return (tree: Root, file: VFile): void => {
    const entry = basename(file.path ?? '', '.mdx');
    const known = new Map(readNotation().map((symbol) => [symbol.key, symbol]));
    const found = new Set<string>();
    visit(tree, 'element', (element) => {
      const { className } = element.properties;
      if (!Array.isArray(className) || !className.includes('katex-display')) return undefined;
      for (const { key, element: drawn } of findSymbols(drawingIn(element))) {
        found.add(key);
        const symbol = known.get(key);
        const sense = symbol && senseIn(symbol, entry);
        if (sense) wrap(drawn, `/notation/#${symbol.id}`, plainText(sense.meaning));
      }
      return SKIP;
    });
    const astro = (file.data as { astro?: { frontmatter?: Record<string, unknown> } }).astro;
    if (astro) astro.frontmatter = { ...astro.frontmatter, symbols: [...found] };
  };
}

function drawingIn(display: Element): Element {
  let drawing: Element | undefined;
  visit(display, 'element', (element) => {
    const { className } = element.properties;
    if (Array.isArray(className) && className.includes('katex-html')) drawing = element;
  });
  if (!drawing) throw new Error('KaTeX has set an equation without a drawing');
  return drawing;
}

function wrap(drawn: Element, href: string, title: string): void {
  drawn.children = [
    {
      type: 'element',
      tagName: 'a',
      properties: { className: ['symbol'], href, title, tabIndex: -1 },
      children: drawn.children as ElementContent[],
    },
  ];
}
