import { parseFrontmatter } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { checkPrerequisites, readingPath } from '../../src/site/reading-path.ts';
import type { Term } from '../../src/site/term-list.ts';
import { sourceFiles } from '../support/source-files.ts';

const term = (id: string, prerequisites: string[] = []): Term => ({
  id,
  data: {
    term: id,
    category: 'concepts',
    related: [],
    prerequisites,
    broader: [],
    contrast: [],
    shownIn: [],
  },
});
const path = (entries: readonly Term[], id: string) => readingPath(entries, id).map((entry) => entry.id);

describe('what to read first', () => {
  it('is everything below, each before what needs it, once', () => {
    const entries = [
      term('backpropagation', ['chain-rule', 'forward-pass']),
      term('chain-rule', ['gradient']),
      term('forward-pass', ['loss', 'gradient']),
      term('gradient', ['loss']),
      term('loss'),
      term('momentum', ['gradient']),
    ];
    expect(path(entries, 'backpropagation')).toEqual(['loss', 'gradient', 'chain-rule', 'forward-pass']);
    expect(path(entries, 'momentum')).toEqual(['loss', 'gradient']);
    expect(path(entries, 'loss')).toEqual([]);
  });
  it('is an error where entries need each other, which names them', () => {
    const entries = [term('a', ['b']), term('b', ['c']), term('c', ['d']), term('d', ['b'])];
    expect(() => checkPrerequisites(entries)).toThrow('b → c → d → b');
  });
  it('works for every entry there is', () => {
    const entries = sourceFiles(['content/entries'], ['.mdx']).map(({ path, text }) =>
      term(path.replace(/^.*\/|\.mdx$/g, ''), parseFrontmatter(text).frontmatter.prerequisites ?? []),
    );
    expect(entries.length).toBeGreaterThan(100);
    expect(() => checkPrerequisites(entries)).not.toThrow();
    expect(path(entries, 'momentum')).toEqual(['loss-function', 'gradient', 'gradient-descent']);
  });
});
