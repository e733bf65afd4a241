import { describe, expect, it } from 'vitest';
import { combine, filtered } from '../../../src/site/search/combine.ts';
import type { NamedEntry } from '../../../src/site/search/names.ts';
import type { Found } from '../../../src/site/search/ranking.ts';

const entry = (id: string, more: Partial<NamedEntry> = {}): NamedEntry => ({
  id,
  title: id,
  aliases: [],
  people: [],
  summary: `What ${id} is.`,
  category: 'concepts',
  decades: [],
  figure: false,
  ...more,
});
const hit = (id: string, parts: Found['parts'] = []): Found => ({
  url: `/base/${id}/`,
  title: id,
  aliases: [],
  summary: '',
  excerpt: `… ${id} …`,
  parts,
});
const names = [
  entry('momentum', { figure: true }),
  entry('gradient', { category: 'training' }),
  entry('adam'),
];
const noFilter = { category: '', period: '', figure: false };
const ask = (query: string, inText: readonly Found[], filter = noFilter) =>
  combine(names, { results: inText, total: inText.length }, { query, filter, base: '/base/' });

describe('names and text together', () => {
  const part = { title: 'Mathematics', url: '/base/momentum/#mathematics' };
  const { results, total } = ask('momentum', [hit('adam'), hit('momentum', [part]), hit('models/ravine')]);
  it('have each page once, the named one first', () => {
    expect(results.map(({ url }) => url)).toEqual(['/base/momentum/', '/base/adam/', '/base/models/ravine/']);
    expect(total).toBe(3);
  });
  it('give the named one its definition and the parts in which the words stand', () => {
    expect(results[0]).toMatchObject({ summary: 'What momentum is.', excerpt: '', parts: [part] });
  });
  it('say what each page is', () => {
    expect(results.map(({ category, figure }) => [category, figure])).toEqual([
      ['concepts', true],
      ['concepts', false],
      ['trained model', false],
    ]);
  });
});

describe('a filter', () => {
  it('holds back names that it does not let through', () => {
    expect(ask('gradient', [], { ...noFilter, category: 'concepts' }).results).toEqual([]);
    expect(ask('gradient', [], { ...noFilter, category: 'training' }).results).toHaveLength(1);
  });
  it('alone lists what it lets through, in order', () => {
    const { results } = filtered(names, { ...noFilter, category: 'concepts' }, '/base/');
    expect(results.map(({ url }) => url)).toEqual(['/base/momentum/', '/base/adam/']);
  });
});

describe('what names nothing', () => {
  it('is said to be a guess, if a name is near', () => {
    expect(ask('momentm', [])).toMatchObject({ guessed: true, total: 1 });
    expect(ask('momentm', [], { ...noFilter, category: 'training' }).guessed).toBe(false);
  });
  it('has the nearest names where nothing at all was found', () => {
    expect(ask('gravitation', []).nearest[0].id).toBe('gradient');
    expect(ask('slope', [hit('gradient')]).nearest).toEqual([]);
  });
});
