/**
 * Keeps what touches an equation in a line of text on its side: a comma must not begin a line, nor "(" end one.
 *
 * Browsers may break a line before and after any inline box, whatever characters stand there, so the equation and
 * what touches it go into a box that does not break where they meet. Within itself a long equation still may, at a
 * <wbr> between two of its parts.
 */

import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function gluedPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      const classes = element.properties.className;
      if (!Array.isArray(classes) || !classes.includes('katex')) return undefined;
      if (index === undefined || !parent || isDisplay(parent)) return SKIP;
      const before = take(parent.children[index - 1], /[^\s]*[([{“‘"'–—-]$/);
      const after = take(parent.children[index + 1], /^[^\s([{“‘–—]+/);
      if (before.length + after.length === 0) return SKIP;
      letBreak(element);
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['glued'] },
        children: [...before, element, ...after] as ElementContent[],
      };
      return SKIP;
    });
  };
}

const isDisplay = (parent: Root | Element): boolean =>
  parent.type === 'element' && String(parent.properties.className ?? '').includes('katex-display');

/** KaTeX sets an equation as boxes that end after a relation or an operation: between them it may break. */
function letBreak(equation: Element): void {
  visit(equation, 'element', ({ properties, children }, _index, parent) => {
    if (!String(properties.className ?? '').includes('katex-base') || parent?.type !== 'element')
      return undefined;
    const at = parent.children.findIndex((child) => child.type === 'element' && child.children === children);
    if (at === 0) return SKIP;
    parent.children.splice(at, 0, { type: 'element', tagName: 'wbr', properties: {}, children: [] });
    return [SKIP, at + 2];
  });
}

/** Cuts from a neighbour what matches, as a list of one text or none. */
function take(neighbour: unknown, pattern: RegExp): Text[] {
  const text = neighbour as Text | undefined;
  if (text?.type !== 'text') return [];
  const [found = ''] = pattern.exec(text.value) ?? [];
  if (found === '') return [];
  text.value = pattern.source.startsWith('^')
    ? text.value.slice(found.length)
    : text.value.slice(0, -found.length);
  return [{ type: 'text', value: found }];
}
