import type { Link, Paragraph, Root } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type Citation, citations } from '../../../src/site/markdown/citations.ts';

const known = ['minsky-1969', 'novikoff-1962', 'goodfellow-2016'];

function cite(text: string) {
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }] };
  const tree: Root = { type: 'root', children: [paragraph] };
  const frontmatter: { citations?: Citation[] } = {};
  const file = new VFile({ path: 'content/entries/perceptron.mdx', data: { astro: { frontmatter } } });
  citations({ bibliography: known })(tree, file);
  const links = paragraph.children.filter((child): child is Link => child.type === 'link');
  const plain = paragraph.children.map((child) =>
    child.type === 'link' && child.children[0].type === 'text'
      ? child.children[0].value
      : 'value' in child
        ? child.value
        : '',
  );
  const after = (file.data as { astro: { frontmatter: { citations: Citation[] } } }).astro.frontmatter;
  return { text: plain.join(''), links, list: after.citations };
}

describe('citations', () => {
  it('are numbered in order of first citation, and a source keeps its number', () => {
    expect(cite('One [@novikoff-1962], two [@minsky-1969], one [@novikoff-1962].').text).toBe(
      'One\u00a0[1], two\u00a0[2], one\u00a0[1].',
    );
  });
  it('carry their locator and may come several at once', () => {
    expect(cite('As shown [@goodfellow-2016, §6.2; @minsky-1969].').text).toBe('As shown\u00a0[1, §6.2][2].');
  });
  it('lead to their source, and the source knows every place that cites it', () => {
    const { links, list } = cite('[@minsky-1969] and [@novikoff-1962] and [@minsky-1969]');
    expect(links.map((link) => link.url)).toEqual([
      '#source-minsky-1969',
      '#source-novikoff-1962',
      '#source-minsky-1969',
    ]);
    expect(list).toEqual([
      { key: 'minsky-1969', number: 1, places: ['cite-1-1', 'cite-1-2'] },
      { key: 'novikoff-1962', number: 2, places: ['cite-2-1'] },
    ]);
    expect(links.map((link) => (link.data as { hProperties: { id: string } }).hProperties.id)).toEqual([
      'cite-1-1',
      'cite-2-1',
      'cite-1-2',
    ]);
  });
  it('stop the build with file, key and the nearest key if there is no such source', () => {
    expect(() => cite('[@minski-1969]')).toThrow(
      'content/entries/perceptron.mdx: source "minski-1969" is not in content/sources.bib. Did you mean "minsky-1969"?',
    );
  });
  it('stop the build where a list holds something else', () => {
    expect(() => cite('[@minsky-1969; see also]')).toThrow('"[see also]" is not a citation');
  });
  it('leave other brackets alone', () => {
    expect(cite('the interval [0, 1] and a@b.example').text).toBe('the interval [0, 1] and a@b.example');
  });
});
