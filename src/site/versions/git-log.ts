/** The versions of every entry, as git remembers them. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describeChange } from './describe-change.ts';
import { versionOf } from './version-of.ts';

export interface GitVersion {
  readonly version: string;
  /** ISO date of the commit. */
  readonly date: string;
  /** The first line of the commit's message. */
  readonly what: string;
  /** Which parts changed; see `describeChange`. */
  readonly changed: string;
  readonly commit: string;
  readonly text: string;
}

export interface Touch {
  readonly commit: string;
  readonly date: string;
  readonly what: string;
  /** Id of the entry. */
  readonly id: string;
  /** Name of the text in git. */
  readonly blob: string;
}

const unit = '\u001f';
const folder = 'content/entries';
const nothing = /^0+$/;

/**
 * @param log what `git log --raw --no-abbrev --no-renames --format=%x1f%H%x1f%as%x1f%s` prints: for each commit, newest
 *   first, a line of its hash, date and subject, then the files it touched
 * @returns one item for each text of an entry, newest first
 */
export function parseLog(log: string): Touch[] {
  const touches: Touch[] = [];
  let commit: Omit<Touch, 'id' | 'blob'> | undefined;
  for (const line of log.split('\n')) {
    if (line.startsWith(unit)) {
      const [, hash, date, what] = line.split(unit);
      commit = { commit: hash, date, what };
      continue;
    }
    const [, blob, path] = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w+\t(.+)$/.exec(line) ?? [];
    const id = new RegExp(`^${folder}/([^/]+)\\.mdx$`).exec(path ?? '')?.[1];
    if (id && commit && !nothing.test(blob)) touches.push({ ...commit, id, blob });
  }
  return touches;
}

/** @param textOf the text of a blob */
export function toVersions(
  touches: readonly Touch[],
  textOf: (blob: string) => string,
): Map<string, GitVersion[]> {
  const versions = new Map<string, GitVersion[]>();
  for (const { id, blob, ...commit } of [...touches].reverse()) {
    const earlier = versions.get(id) ?? [];
    const text = textOf(blob);
    const version = versionOf(text);
    if (earlier[0]?.version === version) continue;
    const changed = describeChange(earlier[0]?.text, text);
    versions.set(id, [{ ...commit, version, changed, text }, ...earlier]);
  }
  return versions;
}

/**
 * Empty where the sources lie outside git. In a shallow clone, what the oldest commits touched is unknown: git shows
 * them as if they had made every file, so they are left out.
 */
export function readGitVersions(): Map<string, GitVersion[]> {
  const git = (input: string, ...args: string[]) =>
    execFileSync('git', args, { input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
  try {
    const shallow = git('', 'rev-parse', '--git-path', 'shallow').toString().trim();
    const edge = existsSync(shallow) ? readFileSync(shallow, 'utf8').split('\n') : [];
    const log = git(
      '',
      'log',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      `--format=%x1f%H%x1f%as%x1f%s`,
      '--',
      folder,
    );
    const touches = parseLog(log.toString()).filter(({ commit }) => !edge.includes(commit));
    const blobs = [...new Set(touches.map(({ blob }) => blob))];
    const texts = parseBatch(git(`${blobs.join('\n')}\n`, 'cat-file', '--batch'));
    return toVersions(touches, (blob) => texts.get(blob) ?? '');
  } catch {
    return new Map();
  }
}

/** @param output of `git cat-file --batch`: for each blob a line of its name, type and size, its bytes, and a line end */
function parseBatch(output: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [blob, , size] = output.toString('utf8', at, end).split(' ');
    const from = end + 1;
    texts.set(blob, output.toString('utf8', from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return texts;
}
