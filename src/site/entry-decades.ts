/** The decades of an entry, by its own period or by the works that it cites. */

import { getCollection } from 'astro:content';
import { citedKeys } from './api/entry-text.ts';
import type { SourceRecord } from './bibliography/read.ts';
import type { Entry } from './entries.ts';
import { type Decade, decadesOf } from './periods.ts';
import { publicationYear } from './works-of.ts';

/** Histories, textbooks and surveys are annotated as such in the bibliography; they tell of other times than their own. */
const isSecondary = ({ annote }: SourceRecord): boolean => annote === 'secondary';

let primaryYears: Promise<Map<string, number>> | undefined;

async function readYears(): Promise<Map<string, number>> {
  const records = (await getCollection('sources')).map(({ data }) => data as SourceRecord);
  return new Map(
    records.filter((record) => !isSecondary(record)).map((record) => [record.id, publicationYear(record)]),
  );
}

export async function entryDecades({ data, body = '' }: Entry): Promise<Decade[]> {
  primaryYears ??= readYears();
  const years = await primaryYears;
  return decadesOf(
    data.period,
    citedKeys(body).flatMap((key) => years.get(key) ?? []),
  );
}
