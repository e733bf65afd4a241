/** A table wider than the page scrolls inside its own box; the page never does. */

import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function scrollableTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || index === undefined || !parent) return undefined;
      const box: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'] },
        children: [element],
      };
      parent.children[index] = box;
      return SKIP;
    });
  };
}
