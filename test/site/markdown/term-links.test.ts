import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { termLinks } from '../../../src/site/markdown/term-links.ts';
import { root } from '../../support/source-files.ts';

const entries = [
  { id: 'gradient', term: 'Gradient', aliases: [] },
  { id: 'gradient-descent', term: 'Gradient descent', aliases: ['GD'] },
  { id: 'momentum', term: 'Momentum', aliases: ['heavy ball'] },
];

/** The HTML, with `<a href="/x/" class="term-link">y</a>` shown as {y → x}. */
async function linked(markdown: string, { base = '/', of = entries as string | typeof entries } = {}) {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    remarkPlugins: [remarkMath],
    rehypePlugins: [rehypeKatex, [termLinks, { base, entries: of }]],
  });
  const { code } = await processor.render(markdown, {
    fileURL: new URL('../../../content/entries/momentum.mdx', import.meta.url),
  });
  return code.replace(/<a class="term-link" href="\/([^"]*)\/">([^<]*)<\/a>/g, '{$2 → $1}');
}

describe('links to terms', () => {
  it('are made at the first mention in a section', async () => {
    expect(await linked('A gradient, a gradient.\n\nMore gradients.')).toBe(
      '<p>A {gradient → gradient}, a gradient.</p>\n<p>More gradients.</p>',
    );
  });
  it('are made anew after headings of the second and third rank only', async () => {
    const code = await linked(
      'gradient\n\n## One\n\ngradient\n\n### Two\n\ngradient\n\n#### Three\n\ngradient',
    );
    expect(code.match(/\{gradient → gradient\}/g)).toHaveLength(3);
    expect(code).toMatch(/<h4[^>]*>Three<\/h4>\s*<p>gradient<\/p>/);
  });
  it('take the longest name', async () => {
    expect(await linked('By gradient descent.')).toBe('<p>By {gradient descent → gradient-descent}.</p>');
  });
  it('never lead to the entry itself, nor out of the middle of its name', async () => {
    expect(await linked('Momentum is a heavy ball.')).toBe('<p>Momentum is a heavy ball.</p>');
  });
  it('leave a term alone that the author links in the same section, even later', async () => {
    const code = await linked('A gradient. [The slope](/gradient/).\n\n## Next\n\nA gradient.');
    expect(code).toContain('<p>A gradient. <a href="/gradient/">The slope</a>.</p>');
    expect(code).toContain('<p>A {gradient → gradient}.</p>');
  });
  it.each([
    ['links', '[a gradient here](https://example.org/)'],
    ['code', '`gradient`'],
    ['blocks of code', '```\ngradient\n```'],
    ['headings', '## The gradient'],
    ['equations', '$\\text{gradient}$'],
    ['column heads', '| gradient |\n| --- |\n| 1 |'],
  ])('are not made in %s', async (_, markdown) => {
    expect(await linked(markdown)).not.toContain('→');
  });
  it('are made in lists, cells and emphasis', async () => {
    expect(await linked('- *gradient*\n- GD')).toContain('<em>{gradient → gradient}</em>');
    expect(await linked('| a |\n| --- |\n| GD |')).toContain('<td>{GD → gradient-descent}</td>');
  });
  it('stand under the base path', async () => {
    expect(await linked('A gradient.', { base: '/glossary/' })).toContain('{gradient → glossary/gradient}');
    const code = await linked('[x](/glossary/gradient/) A gradient.', { base: '/glossary/' });
    expect(code).not.toContain('→');
  });
  it('know the names in the folder of entries', async () => {
    const of = `${root}/content/entries`;
    expect(await linked('SGD has a learning rate.', { of })).toBe(
      '<p>{SGD → stochastic-gradient-descent} has a {learning rate → learning-rate}.</p>',
    );
  });
});
