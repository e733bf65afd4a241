/** After rehype-katex: an equation that KaTeX cannot set stops the build, and search does not index equations. */

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
    visit(tree, 'element', (element) => {
      const classes = element.properties.className;
      // Three forms of each equation (HTML, MathML, TeX) would otherwise stand in every excerpt.
      if (Array.isArray(classes) && classes.includes('katex')) element.properties.dataPagefindIgnore = '';
    });
  };
}
