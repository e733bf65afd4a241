/** Displayed equations are numbered through the page, and each number is the address of its equation. */

import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function numberedEquations() {
  return (tree: Root): void => {
    let number = 0;
    visit(tree, 'element', (element, index, parent) => {
      const classes = element.properties.className;
      if (!Array.isArray(classes) || !classes.includes('katex-display')) return undefined;
      if (index === undefined || !parent) return undefined;
      number += 1;
      const link: Element = {
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['equation-number'],
          href: `#equation-${number}`,
          ariaLabel: `Equation ${number}`,
          dataPagefindIgnore: '',
        },
        children: [{ type: 'text', value: `(${number})` }],
      };
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['equation'], id: `equation-${number}` },
        children: [element, link],
      };
      return SKIP;
    });
  };
}
