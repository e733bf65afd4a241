// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { passage, resultItem, summary } from '../../../src/site/search/results-view.ts';

describe('a passage cut out of the text', () => {
  it.each([
    ['about , whatever the <mark>size</mark>', '… about, whatever the <mark>size</mark> …'],
    ['<mark>Momentum</mark> is a sum.', '<mark>Momentum</mark> is a sum.'],
    ['ends with the <mark>word.</mark>', '… ends with the <mark>word.</mark>'],
  ])('"%s" shows where it was cut, and no hole before a comma', (cut, shown) => {
    expect(passage(cut)).toBe(shown);
  });
});

describe('the sentence above the results', () => {
  const answer = { results: [], total: 12, guessed: false, nearest: [] };
  it.each([
    { given: answer, visible: 10, query: 'sgd', said: '12 results, the first 10 shown' },
    { given: { ...answer, total: 1 }, visible: 1, query: 'sgd', said: '1 result' },
    {
      given: { ...answer, total: 2, guessed: true },
      visible: 2,
      query: 'momentm',
      said: 'Nothing is called “momentm”. 2 results, similar names first',
    },
    { given: { ...answer, total: 0 }, visible: 0, query: 'zz', said: 'Nothing found for “zz”.' },
    { given: { ...answer, total: 0 }, visible: 0, query: '', said: 'No entry passes these filters.' },
  ])('"$said"', ({ given, visible, query, said }) => expect(summary(given, visible, query)).toBe(said));
});

describe('a result', () => {
  it('names its category, its figure and the parts in which the words stand', () => {
    const parts = [
      { title: 'Mathematics', url: '/relu/#mathematics' },
      { title: 'History', url: '/relu/#history' },
    ];
    const item = resultItem(
      {
        url: '/relu/',
        title: 'Rectified linear unit',
        aliases: ['rectifier'],
        summary: 'Zero below zero.',
        excerpt: 'the <mark>rectifier</mark>',
        category: 'models',
        figure: true,
        parts,
      },
      'rectifier',
    );
    expect(item.textContent).toBe(
      'Rectified linear unit also called rectifier models, with a figureZero below zero.In Mathematics, History',
    );
  });
});
