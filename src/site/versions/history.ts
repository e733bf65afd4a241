/**
 * The versions of every entry: what git knows, completed by `content/versions.json`, which `npm run keep-versions` writes
 * for checkouts that come without their history.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { project } from '../project.ts';
import { type GitVersion, readGitVersions } from './git-log.ts';

const recorded = z.strictObject({
  version: z.string().regex(/^[0-9a-f]{12}$/),
  date: z.iso.date(),
  /** The first line of the commit's message. */
  what: z.string(),
  /** Which parts changed. */
  changed: z.string(),
});
export type RecordedVersion = z.infer<typeof recorded>;

const record = z.record(z.string(), z.array(recorded));
export type VersionRecord = z.infer<typeof record>;

export interface Version extends RecordedVersion {
  /** Where the commit can be read; none for a version known from the record alone. */
  readonly url?: string;
  /** The text of the entry; none likewise. */
  readonly text?: string;
}

/** Newest first; a version that both know counts once, as git has it. */
export function merged(known: readonly GitVersion[], kept: readonly RecordedVersion[]): Version[] {
  const fromGit = known.map(({ commit, ...one }) => ({
    ...one,
    url: `${project.repository}/commit/${commit}`,
  }));
  const fromRecord = kept.filter(({ version }) => !known.some((one) => one.version === version));
  // Sorting keeps the order of those of one day.
  return [...fromGit, ...fromRecord].sort((a, b) => b.date.localeCompare(a.date));
}

/** @throws ZodError if the file has another form */
export function readRecord(): VersionRecord {
  const path = join(process.cwd(), 'content/versions.json');
  return existsSync(path) ? record.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

let all: { readonly git: Map<string, GitVersion[]>; readonly kept: VersionRecord } | undefined;

/** Newest first. The present version is among them only once it has been committed. */
export function versionsOf(id: string): readonly Version[] {
  all ??= { git: readGitVersions(), kept: readRecord() };
  return merged(all.git.get(id) ?? [], all.kept[id] ?? []);
}
