/** The Chicago style (author-date, 17th edition) for citation-js, which brings only APA, Harvard and Vancouver. */

import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import style from 'style-chicago';

/** An element of a CSL style, as the package holds it: a tree in place of XML. */
export interface StyleNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (StyleNode | string)[];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]);

/** The tree as XML, which is what citeproc reads. */
export function toXml(node: StyleNode | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(toXml).join('')}</${node.name}>`;
}

plugins.config.get('@csl').styles.add('chicago', toXml(style));

export const chicago = { template: 'chicago', lang: 'en-US' };
