/** A number and its percent sign stay on one line. */

import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function unbrokenPercent() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'element' && ['code', 'pre', 'math'].includes(node.tagName)) return SKIP;
      if (node.type === 'text') node.value = node.value.replace(/(\d) %/g, '$1\u00a0%');
      return undefined;
    });
  };
}
