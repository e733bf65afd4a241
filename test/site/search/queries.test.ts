import { parseFrontmatter } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { findByName, type NamedEntry, nearestNames, passes } from '../../../src/site/search/names.ts';
import { nameQueries } from '../../support/search-queries.ts';
import { sourceFiles } from '../../support/source-files.ts';

const entries = sourceFiles(['content/entries'], ['.mdx']).map(({ path, text }): NamedEntry => {
  const { frontmatter } = parseFrontmatter(text);
  return {
    id: path.replace(/^.*\/|\.mdx$/g, ''),
    title: String(frontmatter.term),
    aliases: frontmatter.aliases ?? [],
    people: frontmatter.people ?? [],
    summary: String(frontmatter.summary),
    category: String(frontmatter.category),
    decades: [],
    figure: text.includes('<Widget'),
  };
});

it('the table has at least sixty queries', () => {
  expect(Object.values(nameQueries).flatMap(Object.keys).length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(nameQueries))('among %s', (_, queries) => {
  it.each(Object.entries(queries))('"%s" finds first %s', (query, id) => {
    expect(findByName(entries, query).entries[0]?.id).toBe(id);
  });
});

describe('every entry', () => {
  it('is the first to be found by its title', () => {
    const lost = entries.filter(({ id, title }) => findByName(entries, title).entries[0]?.id !== id);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

describe('what names nothing', () => {
  it.each(['zzyzx', 'xy', ''])('finds nothing: "%s"', (query) => {
    expect(findByName(entries, query).entries).toEqual([]);
  });
  it('has three nearest names', () => {
    expect(nearestNames(entries, 'saddlepointt')[0].id).toBe('saddle-point');
    expect(nearestNames(entries, 'zzyzx')).toHaveLength(3);
  });
});

describe('a misspelt beginning', () => {
  it('is forgiven once it is long enough', () => {
    expect(findByName(entries, 'stochastic gradiant').entries[0].id).toBe('stochastic-gradient-descent');
    expect(findByName(entries, 'stogha')).toEqual({ entries: [], guessed: true });
  });
  it('is told from a name as typed', () => {
    expect(findByName(entries, 'momentm').guessed).toBe(true);
    expect(findByName(entries, 'momen').guessed).toBe(false);
  });
});

describe('words of several names', () => {
  it('find the entry that has them all', () => {
    expect(findByName(entries, 'lecun lenet').entries.map(({ id }) => id)).toEqual(['lenet']);
  });
});

describe('filters', () => {
  const momentum: NamedEntry = {
    id: 'momentum',
    title: 'Momentum',
    aliases: [],
    people: [],
    summary: '',
    category: 'optimisation',
    decades: ['1960s', '1980s'],
    figure: false,
  };
  const all = { category: '', period: '', figure: false };
  it.each([
    { filter: {}, kept: true },
    { filter: { category: 'optimisation', period: '1980s' }, kept: true },
    { filter: { category: 'history' }, kept: false },
    { filter: { period: '1970s' }, kept: false },
    { filter: { figure: true }, kept: false },
  ])(
    '$filter keeps an entry of optimisation, 1960s and 1980s, without a figure: $kept',
    ({ filter, kept }) => {
      expect(passes(momentum, { ...all, ...filter })).toBe(kept);
    },
  );
});
