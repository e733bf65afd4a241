/** Clears up after training runs that were killed while they put a model in place. */

import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stagingName } from './replace-folder.ts';

const staged = /^\.(?<name>.+)\.(?<owner>\d+)\.(?<role>new|old)\.tmp$/;
// A run needs its staging folders for less than a second.
const abandonedAfterSeconds = 60;

/**
 * Finishes exchanges that were cut off inside `parent` and deletes the hidden folders of dead processes.
 * @param now milliseconds since 1970, by the clock of the file system
 * @returns names of the folders that were missing and are there again
 */
export function recover(parent: string, now = Date.now()): string[] {
  if (!existsSync(parent)) return [];
  const left = readdirSync(parent).flatMap((entry) => {
    const { name, owner, role } = staged.exec(entry)?.groups ?? {};
    return name && isAbandoned(Number(owner), join(parent, entry), now)
      ? [{ entry, name, owner: Number(owner), role }]
      : [];
  });
  const restored: string[] = [];
  for (const { entry, name, owner, role } of left) {
    const target = join(parent, name);
    if (role !== 'old' || existsSync(target)) continue;
    // The old folder is moved aside only once the new one is complete, so the new one goes in.
    const fresh = join(parent, stagingName(name, 'new', owner));
    renameSync(existsSync(fresh) ? fresh : join(parent, entry), target);
    restored.push(name);
  }
  for (const { entry } of left) rmSync(join(parent, entry), { recursive: true, force: true });
  return restored;
}

/** Whether no running process will come back to it. Numbers of processes are reused, so age counts too. */
function isAbandoned(owner: number, path: string, now: number): boolean {
  if (owner === process.pid || !isRunning(owner)) return true;
  const age = now - (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? now);
  return age > abandonedAfterSeconds * 1000;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
