import { parseFrontmatter } from '@astrojs/markdown-remark';
import { expect, it } from 'vitest';
import { entriesByPerson, entriesBySource, indexName } from '../../src/site/citing-entries.ts';
import type { Entry } from '../../src/site/entries.ts';
import { sourceFiles } from '../support/source-files.ts';

const entry = (id: string, people: string[], body: string) =>
  ({ id, data: { people }, body }) as unknown as Entry;
const entries = [
  entry('a', ['Ada Lovelace', 'Dan Cireşan'], 'First [@x-1958; @y-1960, p. 3].'),
  entry('b', ['Dan Cireşan'], 'Then [@y-1960] and [@y-1960].'),
];
const ids = (list: readonly Entry[] | undefined) => list?.map(({ id }) => id);

it('each source has the entries that cite it, once each', () => {
  const found = entriesBySource(entries);
  expect(ids(found.get('x-1958'))).toEqual(['a']);
  expect(ids(found.get('y-1960'))).toEqual(['a', 'b']);
});

it('people are sorted by their last names, whatever their accents', () => {
  const found = entriesByPerson(entries);
  expect(found.map(([person]) => person)).toEqual(['Dan Cireşan', 'Ada Lovelace']);
  expect(ids(found[0][1])).toEqual(['a', 'b']);
});

it.each([
  ['Frank Rosenblatt', 'Rosenblatt, Frank'],
  ['Yee-Whye Teh', 'Teh, Yee-Whye'],
  ['Euler', 'Euler'],
])('%s stands in an index as %s', (person, name) => expect(indexName(person)).toBe(name));

it('nobody stands in the index under two spellings', () => {
  const people = sourceFiles(['content/entries'], ['.mdx']).flatMap(
    ({ text }): string[] => parseFrontmatter(text).frontmatter.people ?? [],
  );
  const spellings = Map.groupBy(new Set(people), (person) => {
    const words = person.split(' ');
    return `${words[0][0]} ${words.at(-1)}`;
  });
  expect([...spellings.values()].filter((names) => names.length > 1)).toEqual([]);
});
