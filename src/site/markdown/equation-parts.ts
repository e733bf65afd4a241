/**
 * A displayed equation of several parts, set apart by \qquad or else by \quad, becomes a row of parts that may stand
 * below each other: on a telephone the second would otherwise lie outside the screen.
 */

import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function equationParts() {
  return (tree: Root): void => {
    visit(tree, 'element', (display) => {
      if (!has(display, 'katex-display')) return undefined;
      visit(display, 'element', (drawing) => {
        if (!has(drawing, 'katex-html')) return undefined;
        const parts = [2, 1].map((space) => split(drawing, space)).find(({ length }) => length > 1);
        if (parts) {
          drawing.properties.className = ['katex-html', 'equation-parts'];
          drawing.children = parts.map(asPart);
        }
        return SKIP;
      });
      return SKIP;
    });
  };
}

/**
 * The boxes of an equation in one list for each part. KaTeX ends a box after a relation or an operation, so that a
 * space lies within one; each half of that box keeps its strut, which holds the line to its height.
 *
 * @param space width of the space between parts, in em
 */
function split(drawing: Element, space: number): Element[][] {
  const parts: Element[][] = [[]];
  for (const box of drawing.children) {
    // A line break that the author has set: such an equation stays as it is.
    if (box.type !== 'element' || !has(box, 'katex-base')) return [];
    const [strut, ...content] = box.children;
    let half: ElementContent[] = [];
    const close = () => {
      if (half.length > 0) parts.at(-1)?.push({ ...box, children: [strut, ...half] });
      half = [];
    };
    for (const child of content) {
      if (isSpace(child, space)) {
        close();
        parts.push([]);
      } else half.push(child);
    }
    close();
  }
  return parts.filter(({ length }) => length > 0);
}

const asPart = (children: Element[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['equation-part'] },
  children,
});

const isSpace = (child: ElementContent, width: number): boolean =>
  child.type === 'element' &&
  has(child, 'mspace') &&
  String(child.properties.style).startsWith(`margin-right:${width}em`);

function has({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
