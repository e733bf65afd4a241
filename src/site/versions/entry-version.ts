/** The texts of entries as files: as they are now, and as they were. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryFile } from '../entries.ts';
import { versionsOf } from './history.ts';
import { versionOf } from './version-of.ts';

export const entrySource = (id: string): string => readFileSync(join(process.cwd(), entryFile(id)), 'utf8');

export const entryVersion = ({ id }: { readonly id: string }): string => versionOf(entrySource(id));

/** The versions whose text is known here, the present one with them. */
export function textsOf(id: string): { readonly version: string; readonly text: string }[] {
  const earlier = versionsOf(id).flatMap(({ version, text }) =>
    text === undefined ? [] : [{ version, text }],
  );
  const present = { version: entryVersion({ id }), text: entrySource(id) };
  return [present, ...earlier.filter(({ version }) => version !== present.version)];
}
