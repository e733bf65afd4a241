/** The versions of every entry, as git remembers them: when it changed, what changed, and the text as it was. */

import { execFileSync } from 'node:child_process';
import { project } from '../project.ts';

export interface Version {
  /** ISO date of the change. */
  readonly date: string;
  /** The first line of the commit's message. */
  readonly what: string;
  /** Where the text of this version can be read. */
  readonly url: string;
}

const unit = '\u001f';
const folder = 'content/entries';

/**
 * @param log what `git log --format=%x1f%H%x1f%as%x1f%s --name-only` prints: for each commit, newest first, a line of
 *   its hash, date and subject, then the files it touched
 * @returns versions by entry, newest first
 */
export function parseLog(log: string): Map<string, Version[]> {
  const versions = new Map<string, Version[]>();
  let commit: { hash: string; date: string; what: string } | undefined;
  for (const line of log.split('\n')) {
    if (line.startsWith(unit)) {
      const [, hash, date, what] = line.split(unit);
      commit = { hash, date, what };
      continue;
    }
    const id = new RegExp(`^${folder}/([^/]+)\\.mdx$`).exec(line)?.[1];
    if (!id || !commit) continue;
    const { hash, date, what } = commit;
    const url = `${project.repository}/blob/${hash}/${line}`;
    versions.set(id, [...(versions.get(id) ?? []), { date, what, url }]);
  }
  return versions;
}

/** Empty where the sources lie outside git, or in a clone that does not hold the whole history. */
function readHistory(): Map<string, Version[]> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return new Map();
    return parseLog(git('log', '--format=%x1f%H%x1f%as%x1f%s', '--name-only', '--', folder));
  } catch {
    return new Map();
  }
}

let history: Map<string, Version[]> | undefined;

/** Newest first; none where the history is not known. */
export function versionsOf(id: string): readonly Version[] {
  history ??= readHistory();
  return history.get(id) ?? [];
}
