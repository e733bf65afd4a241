/** Whose works the bibliography holds: an author as a source names them, and a person as an entry does. */

import type { SourceRecord } from './bibliography/read.ts';

interface Author {
  readonly family?: string;
  readonly given?: string;
  readonly [particle: string]: unknown;
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** "Geoffrey Hinton" and "Hinton, Geoffrey E." are one; so are "Alexey Ivakhnenko" and "Ivakhnenko, A. G.". */
export function isAuthor(person: string, { family = '', given = '' }: Author): boolean {
  const words = plain(person).split(' ');
  const [firstNames, last] = [words.slice(0, -1), words.at(-1)];
  // Some indexes have the family name of Fei-Fei Li last, and some first.
  const swapped = plain(`${family} ${given}`) === plain(person);
  if (swapped) return true;
  const [mine, theirs] = [firstNames[0] ?? '', plain(given).split(' ')[0]];
  const initial = [mine, theirs].some((name) => /^\p{L}\.?$/u.test(name)) && mine[0] === theirs[0];
  return plain(family) === last && (mine === theirs || initial);
}

/** The works of a person, the oldest first. */
export const worksOf = <T extends SourceRecord>(person: string, records: readonly T[]): T[] =>
  records
    .filter(({ author }) => ((author ?? []) as Author[]).some((one) => isAuthor(person, one)))
    .sort((a, b) => publicationYear(a) - publicationYear(b));

/** Every source has a date; `readBibliography` requires it. */
export const publicationYear = ({ issued }: SourceRecord): number =>
  (issued as { 'date-parts': number[][] })['date-parts'][0][0];
