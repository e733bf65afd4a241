import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { equationParts } from '../../../src/site/markdown/equation-parts.ts';
import { gluedPunctuation } from '../../../src/site/markdown/glued-punctuation.ts';
import { unbrokenPercent } from '../../../src/site/markdown/unbroken-percent.ts';

async function html(markdown: string): Promise<string> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    smartypants: false,
    remarkPlugins: [remarkMath],
    rehypePlugins: [rehypeKatex, equationParts, gluedPunctuation, unbrokenPercent],
  });
  return (await processor.render(markdown)).code;
}

const parts = async (tex: string) =>
  (await html(`$$\n${tex}\n$$`)).split('<span class="equation-part">').length - 1;

describe('a displayed equation', () => {
  it.each([
    { tex: 'a = b + c', count: 0, why: 'one equation' },
    { tex: 'a = b, \\qquad c = d', count: 2, why: 'two' },
    { tex: 'a = b, \\qquad c = d, \\qquad e = f', count: 3, why: 'three' },
    { tex: 'a = b \\quad \\text{for all } b', count: 2, why: 'an equation and its condition' },
    { tex: 'a \\quad \\text{here}, \\qquad b \\quad \\text{there}', count: 2, why: 'two, each with its own' },
    {
      tex: '\\begin{aligned} a &= b, & \\qquad c &= d \\end{aligned}',
      count: 0,
      why: 'columns set by the author',
    },
  ])('has $count parts that may stand below each other: $why', async ({ tex, count }) => {
    expect(await parts(tex)).toBe(count);
  });

  it('keeps all its symbols and no space between parts', async () => {
    const [, ...found] = (await html('$$\na = b, \\qquad c = d\n$$')).split('<span class="equation-part">');
    expect(found.map((part) => part.replace(/<[^>]*>/g, '').trim())).toEqual(['a=b,', 'c=d']);
    expect(found.join('')).not.toContain('margin-right:2em');
  });
});

describe('an equation in a line', () => {
  it('that punctuation touches may break between its parts only', async () => {
    expect(await html('Here $s > 0$.')).toMatch(/<wbr><span class="katex-base">(?!.*<wbr>)/);
    expect(await html('Here $s > 0$ holds')).not.toContain('<wbr>');
  });
});

describe('a percentage', () => {
  it('keeps its sign', async () => {
    expect(await html('from 15.3 % to 26.2 %')).toContain('15.3\u00a0% to 26.2\u00a0%');
  });

  it('in code is left alone', async () => {
    expect(await html('`7 % 2`')).toContain('7 % 2');
  });
});
