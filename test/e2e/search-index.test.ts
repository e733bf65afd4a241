/** What the build has put into the search index. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';

interface Indexed {
  readonly url: string;
  readonly content: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
}

const folder = join(inject('atRoot').folder, 'pagefind', 'fragment');
const pages = readdirSync(folder).map(
  (file): Indexed =>
    JSON.parse(
      gunzipSync(readFileSync(join(folder, file)))
        .toString()
        .replace(/^pagefind_dcd/, ''),
    ),
);
const entries = pages.filter(({ filters }) => filters.category);
const of = (id: string) => entries.find(({ url }) => url === `/${id}/`);

describe('the search index', () => {
  it('has every entry, with its category', () => {
    const written = readdirSync('content/entries').map((file) => `/${file.replace('.mdx', '')}/`);
    expect(entries.map(({ url }) => url).sort()).toEqual(written.sort());
  });

  it('has no trace of typeset equations: no TeX, no MathML, no spoken form, no letters of a fraction', () => {
    const debris = /\\[a-zA-Z]+|[{}]|\$|katex|StartFraction|Baseline|[𝐀-𝟿]|[∇∂∑←⊤]|\bη\b|\bβ\b/u;
    const found = entries.flatMap(({ url, content }) => {
      // A name may be a symbol, as ∇L is.
      const text = content.replace(/Also called [^.]*\./, '');
      const match = debris.exec(text);
      return match ? [`${url}: ${text.slice(Math.max(0, match.index - 30), match.index + 30)}`] : [];
    });
    expect(found).toEqual([]);
  });

  it('leaves out what is around the text: sources, citations to copy, code, lists of other entries', () => {
    const momentum = of('momentum')?.content ?? '';
    expect(momentum).toContain('bowling ball');
    expect(momentum).not.toMatch(/Cite this entry|BibTeX|Used in|See also|export const|https?:/);
  });

  it('has periods, stated or of the sources, and which entries have a figure', () => {
    expect(of('perceptron')?.filters.period).toEqual(['1950s', '1960s']);
    expect(of('xor-problem')?.filters.period).toEqual(['1940s', '1960s']);
    // The only work that it cites is a textbook.
    expect(of('softmax')?.filters.period).toBeUndefined();
    expect(of('perceptron')?.filters.figure).toEqual(['yes']);
    expect(of('xor-problem')?.filters.figure).toBeUndefined();
  });
});
