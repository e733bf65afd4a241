import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { gluedPunctuation } from '../../../src/site/markdown/glued-punctuation.ts';
import { numberedEquations } from '../../../src/site/markdown/numbered-equations.ts';
import { spokenEquations } from '../../../src/site/markdown/spoken-equations.ts';

async function html(markdown: string): Promise<string> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    smartypants: false,
    remarkPlugins: [remarkMath],
    rehypePlugins: [rehypeKatex, spokenEquations, numberedEquations, gluedPunctuation],
  });
  return (await processor.render(markdown)).code;
}

describe('an equation in words', () => {
  it.each([
    { tex: 'w \\leftarrow w - \\eta \\nabla L', words: 'w becomes w minus eta gradient L' },
    { tex: 'w \\cdot x + b', words: 'w dot x plus b' },
    { tex: 'x \\in \\mathbb{R}^d', words: 'x is a member of R d' },
    { tex: '\\lVert w \\rVert^2', words: 'the norm of w squared' },
    { tex: 'x^2', words: 'x squared' },
    { tex: 'W^\\top \\delta^{(l)}', words: 'W transposed delta superscript l' },
    { tex: '\\binom{n-1}{k}', words: 'n minus 1 choose k' },
    { tex: '\\tfrac12 .', words: 'one half' },
    {
      tex: '\\frac{\\partial L}{\\partial w}',
      words: 'the fraction with numerator partial L and denominator partial w',
    },
  ])('$tex is "$words"', async ({ tex, words }) => {
    const [, name] = /<math[^>]* aria-label="([^"]*)"/.exec(await html(`$${tex}$`)) ?? [];
    expect(name).toBe(words);
  });
  it('names the MathML, which keeps its parts for those who walk through them', async () => {
    expect(await html('$x_1$')).toMatch(
      /<math[^>]*aria-label="x sub 1"[^>]*>.*<msub>.*class="katex-html" aria-hidden="true"/,
    );
  });
});

describe('displayed equations', () => {
  it('are numbered through the page, and their numbers are their addresses', async () => {
    const code = await html('$$\na\n$$\n\nThen $b$.\n\n$$\nc\n$$');
    expect([...code.matchAll(/<div class="equation" id="([^"]*)">/g)].map(([, id]) => id)).toEqual([
      'equation-1',
      'equation-2',
    ]);
    expect(code).toContain(
      '<a class="equation-number" href="#equation-2" aria-label="Equation 2" data-pagefind-ignore="">(2)</a>',
    );
  });
});

describe('what touches an equation in a line', () => {
  /** The text with [ ] around what does not break and ~ for an equation. */
  const glued = async (markdown: string) =>
    (await html(markdown))
      .replace(
        /<span class="katex">[\s\S]*?<\/math><\/span><span class="katex-html"[\s\S]*?(?=<\/span>(?:[^<]|<\/p>|<\/li>))<\/span>/g,
        '~',
      )
      .replace(/<span class="glued">/g, '[')
      .replace(/<\/span>/g, ']')
      .replace(/<[^>]*>/g, '')
      .trim();

  it.each([
    { markdown: 'Let $x$, $y$ be.', text: /^Let \[~*\]*,\] / },
    { markdown: 'The $n$-th one', text: /-th\] one$/ },
    { markdown: 'weights ($w$) here', text: /^weights \[\(.*\)\] here$/ },
    { markdown: 'For $w$ nothing', text: /^For [^[]* nothing$/ },
    { markdown: 'Ends in $w$.', text: /^Ends in \[.*\.\]$/ },
  ])('stays beside it: $markdown', async ({ markdown, text }) => {
    expect(await glued(markdown)).toMatch(text);
  });
});
