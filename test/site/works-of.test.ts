import { expect, it } from 'vitest';
import type { SourceRecord } from '../../src/site/bibliography/read.ts';
import { isAuthor, worksOf } from '../../src/site/works-of.ts';

it.each([
  { person: 'Geoffrey Hinton', family: 'Hinton', given: 'Geoffrey E.', same: true },
  { person: 'Dan Cireşan', family: 'Ciresan', given: 'Dan Claudiu', same: true },
  { person: 'Alexey Ivakhnenko', family: 'Ivakhnenko', given: 'A. G.', same: true },
  { person: 'Yee-Whye Teh', family: 'Teh', given: 'Yee-Whye', same: true },
  { person: 'Fei-Fei Li', family: 'Fei-Fei', given: 'Li', same: true },
  { person: 'Kaiming He', family: 'He', given: 'Xiangyu', same: false },
  { person: 'Jimmy Ba', family: 'Bach', given: 'Jimmy', same: false },
  { person: 'Fei-Fei Li', family: 'Li', given: 'Kai', same: false },
  { person: 'Fei-Fei Li', family: 'Li', given: 'F.', same: true },
])('$person and "$family, $given" are one person: $same', ({ person, same, ...author }) => {
  expect(isAuthor(person, author)).toBe(same);
});

it('works are sorted by year, and only those of the person', () => {
  const work = (id: string, year: number, ...families: string[]): SourceRecord => ({
    id,
    type: 'article',
    title: id,
    author: families.map((family) => ({ family, given: 'Y.' })),
    issued: { 'date-parts': [[year]] },
  });
  const records = [
    work('late', 2015, 'LeCun', 'Bengio'),
    work('other', 1990, 'Simard'),
    work('early', 1989, 'LeCun'),
  ];
  expect(worksOf('Yann LeCun', records).map(({ id }) => id)).toEqual(['early', 'late']);
});
