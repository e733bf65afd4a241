import { describe, expect, it } from 'vitest';
import { byName, type Found, isNamedBy, matchingAlias } from '../../../src/site/search/ranking.ts';

const found = (title: string, aliases: string[] = []): Found => ({
  url: `/${title}/`,
  title,
  aliases,
  summary: '',
  excerpt: '',
});
const titles = (results: readonly Found[]) => results.map(({ title }) => title);

describe('byName', () => {
  it('puts the exact title first, then an exact alias, then beginnings, then the rest', () => {
    const results = [
      found('Linear separability'),
      found('Momentum method'),
      found('Heavy ball', ['momentum']),
      found('Velocity', ['momentum term']),
      found('Momentum'),
    ];
    expect(titles(byName(results, 'momentum'))).toEqual([
      'Momentum',
      'Heavy ball',
      'Momentum method',
      'Velocity',
      'Linear separability',
    ]);
  });
  it("keeps the index's order among equals", () => {
    expect(titles(byName([found('B'), found('A'), found('C')], 'gradient'))).toEqual(['B', 'A', 'C']);
  });
  it('finds an alias whatever its hyphens, case and accents', () => {
    const results = [found('Text only'), found('Perceptron', ['Threshold-Unit', 'Façade'])];
    expect(titles(byName(results, 'threshold unit'))[0]).toBe('Perceptron');
    expect(titles(byName(results, 'facade'))[0]).toBe('Perceptron');
  });
});

describe('matchingAlias', () => {
  const perceptron = found('Perceptron', ['linear threshold unit', 'threshold unit']);
  it('is the other name that was typed', () => {
    expect(matchingAlias(perceptron, 'threshold u')).toBe('threshold unit');
  });
  it('is none where the title itself was typed', () => {
    expect(matchingAlias(perceptron, 'percep')).toBeUndefined();
  });
  it('is none where the words stand only in the text', () => {
    expect(matchingAlias(perceptron, 'rosenblatt')).toBeUndefined();
  });
});

describe('isNamedBy', () => {
  it('holds for names and their beginnings, not for words of the text', () => {
    const perceptron = found('Perceptron', ['threshold unit']);
    expect(isNamedBy(perceptron, 'thresh')).toBe(true);
    expect(isNamedBy(perceptron, 'unit')).toBe(false);
  });
});
