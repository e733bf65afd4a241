import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/site/categories.ts';
import { topicEntries } from '../../src/site/topics.ts';

const entry = (id: string, term: string, aliases: string[] = []) => ({
  id,
  data: {
    term,
    aliases,
    category: 'concepts' as Category,
    related: [],
    prerequisites: [],
    broader: [],
    contrast: [],
    shownIn: [],
  },
});
const entries = [
  entry('leaky-relu', 'Leaky ReLU'),
  entry('rectified-linear-unit', 'Rectified linear unit', ['ReLU', 'rectifier']),
  entry('dropout', 'Dropout'),
  entry('l1-l2', 'L1 and L2 regularisation'),
];

describe('topicEntries()', () => {
  it('keeps the order of the topics and leaves out those without an entry', () =>
    expect(
      topicEntries(entries, ['Dropout', 'AlexNet', 'L1 and L2 regularisation']).map(({ id }) => id),
    ).toEqual(['dropout', 'l1-l2']));
  it('finds an entry by another of its names, but not by a part of one', () =>
    expect(topicEntries(entries, ['ReLU']).map(({ id }) => id)).toEqual(['rectified-linear-unit']));
});
