import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { describe, expect, it, vi } from 'vitest';
import { equations } from '../../../src/site/markdown/equations.ts';
import { internalLinks } from '../../../src/site/markdown/internal-links.ts';
import { scrollableTables } from '../../../src/site/markdown/scrollable-tables.ts';

async function html(markdown: string): Promise<string> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      [rehypeKatex, { strict: 'error' }],
      equations,
      [internalLinks, { base: '/glossary/' }],
      scrollableTables,
    ],
  });
  const { code } = await processor.render(markdown, {
    fileURL: new URL('../../../content/entries/momentum.mdx', import.meta.url),
  });
  return code;
}

// Astro reports a page that it cannot render on the console too.
vi.spyOn(console, 'error').mockImplementation(() => undefined);

describe('an entry in HTML', () => {
  it('has equations that search passes over', async () => {
    expect(await html('$w \\leftarrow w - \\eta v$')).toMatch(/<span class="katex" data-pagefind-ignore="">/);
  });
  it('is not made if an equation does not parse', async () => {
    await expect(html('Fine.\n\n$\\frac{1}{$')).rejects.toThrow(
      /content\/entries\/momentum\.mdx:3: an equation does not parse\. KaTeX parse error/,
    );
  });
  it('is not made from an equation with a misspelled command', async () => {
    await expect(html('$\\lefarrow$')).rejects.toThrow('Undefined control sequence: \\lefarrow');
  });
  it('has internal links under the base path, and leaves others as they are', async () => {
    const code = await html(
      '[a](/perceptron/) [b](https://example.org/) [c](#mathematics) [d](//example.org/)',
    );
    expect([...code.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/glossary/perceptron/',
      'https://example.org/',
      '#mathematics',
      '//example.org/',
    ]);
  });
  it('has tables that scroll in a box of their own', async () => {
    expect(await html('| a |\n|---|\n| 1 |')).toMatch(
      /<div class="table-scroll"><table>[\s\S]*<\/table><\/div>/,
    );
  });
});
