/** Short texts with equations between dollar signs, as HTML. */

import katex from 'katex';
import { escaped } from '../api/sitemap.ts';

/** One symbol or short equation, with MathML for those who do not see it. */
export const typesetSymbol = (tex: string): string =>
  `<span data-pagefind-ignore>${katex.renderToString(tex, { strict: 'error' })}</span>`;

/** @param text plain text with `$…$` */
export const typesetText = (text: string): string =>
  text
    .split(/\$([^$]+)\$/)
    .map((part, i) => (i % 2 === 1 ? typesetSymbol(part) : escaped(part)))
    .join('');

/** The same with the equations as they are written, for places that hold plain text. */
export const plainText = (text: string): string => text.replaceAll('$', '').replaceAll('\\', '');
