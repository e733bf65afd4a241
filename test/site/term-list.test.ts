import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/site/categories.ts';
import { byCategory, byLetter, checkRelations, neighbours, type Term } from '../../src/site/term-list.ts';

const term = (id: string, name: string, data: Partial<Term['data']> = {}): Term => ({
  id,
  data: {
    term: name,
    category: 'concepts',
    related: [],
    prerequisites: [],
    broader: [],
    contrast: [],
    shownIn: [],
    ...data,
  },
});
const entries = [
  term('xor', 'XOR', { category: 'concepts' }),
  term('adam', 'adam', { category: 'optimisation' }),
  term('linnainmaa', 'Élan', { category: 'history' }),
  term('eta', 'Eta', { category: 'models' }),
  term('l1', '1-norm', { category: 'models' }),
];
const names = (list: readonly Term[]) => list.map(({ data }) => data.term);

describe('byLetter', () => {
  it('gathers terms under their letter whatever their case and accents, and the rest under "#"', () => {
    expect(byLetter(entries).map(({ letter, entries }) => [letter, ...names(entries)])).toEqual([
      ['#', '1-norm'],
      ['A', 'adam'],
      ['E', 'Élan', 'Eta'],
      ['X', 'XOR'],
    ]);
  });
});

describe('byCategory', () => {
  it('keeps the order of the categories, not of the alphabet, and leaves empty ones out', () => {
    expect(byCategory(entries).map(({ category }) => category)).toEqual<Category[]>([
      'models',
      'concepts',
      'optimisation',
      'history',
    ]);
  });
});

describe('neighbours', () => {
  it('are the terms before and after in the alphabet', () => {
    const { previous, next } = neighbours(entries, 'linnainmaa');
    expect([previous?.id, next?.id]).toEqual(['adam', 'eta']);
  });
  it('are missing at either end', () => {
    expect(neighbours(entries, 'l1').previous).toBeUndefined();
    expect(neighbours(entries, 'xor').next).toBeUndefined();
  });
});

describe('checkRelations', () => {
  it('names file, field and the nearest entry where one that does not exist is named', () => {
    expect(() => checkRelations([...entries, term('adamw', 'AdamW', { related: ['adan'] })])).toThrow(
      'content/entries/adamw.mdx: related: entry "adan" does not exist. Did you mean "adam"?',
    );
  });
  it('refuses an entry that requires itself', () => {
    expect(() => checkRelations([term('adam', 'Adam', { prerequisites: ['adam'] })])).toThrow(
      'content/entries/adam.mdx: prerequisites names the entry itself',
    );
  });
  it('accepts entries that name each other', () => {
    expect(() =>
      checkRelations([term('a', 'A', { related: ['b'] }), term('b', 'B', { prerequisites: ['a'] })]),
    ).not.toThrow();
  });
});
