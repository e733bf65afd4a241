/**
 * After rehype-katex: an equation that KaTeX cannot set stops the build, search does not index equations,
 * and the page learns which fonts they are set in.
 */

import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

export function equations() {
  return (tree: Root, file: VFile): void => {
    const problem = file.messages.find((message) => message.source === 'rehype-katex');
    if (problem) {
      const place = `${(file.path ?? 'a page').replace(`${process.cwd()}/`, '')}${problem.line ? `:${problem.line}` : ''}`;
      const cause = problem.cause instanceof Error ? problem.cause.message : problem.reason;
      throw new Error(`${place}: an equation does not parse. ${cause}`);
    }
    const fonts = new Set<string>();
    visit(tree, 'element', (element) => {
      const classes = element.properties.className;
      if (!Array.isArray(classes)) return;
      // Three forms of each equation (HTML, MathML, TeX) would otherwise stand in every excerpt.
      if (classes.includes('katex')) element.properties.dataPagefindIgnore = '';
      if (classes.includes('katex')) fonts.add('KaTeX_Main-Regular');
      if (classes.includes('mathnormal')) fonts.add('KaTeX_Math-Italic');
    });
    const astro = (file.data as { astro?: { frontmatter?: Record<string, unknown> } }).astro;
    if (astro) astro.frontmatter = { ...astro.frontmatter, equationFonts: [...fonts] };
  };
}
