/**
 * Gives the MathML of every equation its words as a name.
 *
 * The drawn equation is hidden from screen readers, its MathML is not. Those that know MathML go through it part by
 * part, in speech or braille; all others read the name.
 */

import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { keepSpoken, spoken } from './speech.ts';

export function spokenEquations() {
  return async (tree: Root): Promise<void> => {
    const equations: Element[] = [];
    visit(tree, 'element', (element) => {
      if (element.tagName === 'math') equations.push(element);
    });
    for (const math of equations) math.properties.ariaLabel = await spoken(mathml(math));
    keepSpoken();
  };
}

/** As text, without the TeX that KaTeX adds as an annotation. */
function mathml(node: ElementContent): string {
  if (node.type === 'text') return escaped(node.value);
  if (node.type !== 'element' || node.tagName === 'annotation') return '';
  const attributes = Object.entries(node.properties)
    .map(([name, value]) => ` ${name.toLowerCase()}="${escaped(String(value))}"`)
    .join('');
  return `<${node.tagName}${attributes}>${node.children.map(mathml).join('')}</${node.tagName}>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
