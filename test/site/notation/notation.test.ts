/** Every symbol of every displayed equation has a meaning, and every meaning a use. */

import { basename } from 'node:path';
import { createMarkdownProcessor, parseFrontmatter } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { internalLinks } from '../../../src/site/markdown/internal-links.ts';
import { symbolLinks } from '../../../src/site/markdown/symbol-links.ts';
import { parseNotation, readNotation, senseIn } from '../../../src/site/notation/notation.ts';
import { sourceFiles } from '../../support/source-files.ts';

const processor = await createMarkdownProcessor({
  syntaxHighlight: false,
  smartypants: false,
  remarkPlugins: [remarkMath],
  rehypePlugins: [rehypeKatex, symbolLinks, [internalLinks, { base: '/glossary/' }]],
});

/** @param entry its id, which decides what a symbol means */
async function rendered(markdown: string, entry: string) {
  const fileURL = new URL(`file:///content/entries/${entry}.mdx`);
  const { code, metadata } = await processor.render(markdown, { fileURL });
  return { code, symbols: metadata.frontmatter.symbols as string[] };
}
const keys = async (tex: string) => (await rendered(`$$\n${tex}\n$$`, 'x')).symbols;

describe('the symbols of an equation', () => {
  it.each([
    { tex: 'w \\leftarrow w - \\eta\\, g', found: ['w', '←', 'η', 'g'] },
    { tex: '\\beta v + \\mu v', found: ['β', 'v', 'μ'] },
    { tex: '\\hat y \\ne y, \\tilde L_1', found: ['hat y', 'y', 'tilde L'] },
    { tex: '\\mathbf 1^\\top \\delta', found: ['bold 1', '⊤', 'δ'] },
    { tex: '\\mathbb{E}[g] = 12 + 3.5', found: ['double E', 'g'] },
    { tex: '\\sum_{i} \\log p_i, \\operatorname{sign}(z)', found: ['∑', 'i', 'log', 'p', 'sign', 'z'] },
    { tex: "f'(z) \\text{ if } \\lVert w \\rVert > |a|", found: ['f', '′', 'z', '∥', 'w', '∣', 'a'] },
    { tex: '\\lambda_{\\max}', found: ['λ', 'max'] },
  ])('$tex are $found', async ({ tex, found }) =>
    expect([...(await keys(tex))].sort()).toEqual([...found].sort()),
  );

  it('lead to their meaning in the entry, by pointer alone, and look as before', async () => {
    const { code } = await rendered('$$\n\\mu v\n$$', 'nesterov-momentum');
    expect(code).toContain(
      '<a class="symbol" href="/glossary/notation/#mu" title="momentum: how much of the velocity stays from step to step" tabindex="-1">μ</a>',
    );
    expect(code.replace(/<a class="symbol"[^>]*>|<\/a>/g, '')).toContain(
      '<span class="mathnormal">μ</span><span class="mathnormal">v</span>',
    );
  });

  it('do not lead anywhere from an equation within a line', async () =>
    expect((await rendered('Here $w$.', 'x')).code).not.toContain('class="symbol"'));
});

describe('content/notation.json', async () => {
  const notation = readNotation();
  const entries = await Promise.all(
    sourceFiles(['content/entries'], ['.mdx']).map(async ({ path, text }) => {
      const id = basename(path, '.mdx');
      const displayed = [...parseFrontmatter(text).content.matchAll(/\$\$[\s\S]*?\$\$/g)];
      return { id, symbols: (await rendered(displayed.join('\n\n'), id)).symbols };
    }),
  );

  it('says of every symbol in every displayed equation what it means there', () => {
    const missing = entries.flatMap(({ id, symbols }) =>
      symbols
        .filter((key) => {
          const symbol = notation.find((one) => one.key === key);
          return !symbol || !senseIn(symbol, id);
        })
        .map(
          (key) => `content/entries/${id}.mdx: content/notation.json does not say what "${key}" means here`,
        ),
    );
    expect(entries.flatMap(({ symbols }) => symbols).length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });

  it('has no symbol and no meaning that no entry uses', () => {
    const using = (key: string) => entries.filter(({ symbols }) => symbols.includes(key)).map(({ id }) => id);
    const idle = notation.flatMap((symbol) =>
      symbol.senses.flatMap((sense) => {
        const ids = using(symbol.key);
        const stale = (sense.in ?? []).filter((id) => !ids.includes(id));
        const unused = !ids.some((id) => senseIn(symbol, id) === sense);
        return [
          ...stale.map((id) => `"${symbol.key}" does not stand in ${id}`),
          ...(unused ? [`no entry uses "${symbol.key}" as "${sense.meaning}"`] : []),
        ];
      }),
    );
    expect(idle).toEqual([]);
  });

  it('is refused where one of several meanings does not say in which entries it holds', () => {
    const [{ senses, ...symbol }] = notation.filter((one) => one.senses.length > 1);
    const { in: _, ...vague } = senses[0];
    expect(() => parseNotation({ symbols: [{ ...symbol, senses: [vague, senses[1]] }] })).toThrow(
      `"${symbol.key}" has several meanings, so each must say in which entries it holds`,
    );
  });

  it('is refused with two symbols of one name', () =>
    expect(() => parseNotation({ symbols: [notation[0], { ...notation[0], id: 'other' }] })).toThrow(
      `two symbols have the key "${notation[0].key}"`,
    ));
});
