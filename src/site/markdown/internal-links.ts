/** Authors link as if the site stood at the root, `[text](/linear-separability/)`; here such links get the base path. */

import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../address.ts';

export function internalLinks({ base }: { readonly base: string }) {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      const { href } = element.properties;
      if (element.tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) {
        element.properties.href = withBase(base, href);
      }
    });
  };
}
