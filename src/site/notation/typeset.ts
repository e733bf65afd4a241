/** Short texts with equations between dollar signs, as HTML. */

import katex from 'katex';
import { escaped } from '../api/sitemap.ts';
import { spoken } from '../markdown/speech.ts';

/** One symbol or short equation, with MathML and its words for those who do not see it. */
export async function typesetSymbol(tex: string): Promise<string> {
  const drawn = katex.renderToString(tex, { strict: 'error' });
  const name = escaped(await inWords(tex));
  return `<span data-pagefind-ignore>${drawn.replace('<math ', `<math aria-label="${name}" `)}</span>`;
}

/** As a lecturer would say it. */
const inWords = (tex: string): Promise<string> =>
  spoken(
    katex
      .renderToString(tex, { output: 'mathml', strict: 'error' })
      .replace(/^<span[^>]*>|<\/span>$|<annotation[\s\S]*?<\/annotation>/g, ''),
  );

/** @param text plain text with `$…$` */
export async function typesetText(text: string): Promise<string> {
  const parts = text.split(/\$([^$]+)\$/);
  return (
    await Promise.all(parts.map((part, i) => (i % 2 === 1 ? typesetSymbol(part) : escaped(part))))
  ).join('');
}

/** The same with the equations as they are written, for places that hold plain text. */
export const plainText = (text: string): string => text.replaceAll('$', '').replaceAll('\\', '');
