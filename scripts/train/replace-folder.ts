/**
 * Puts a set of files in place as one folder, whole or not at all, whatever interrupts it.
 *
 * The set is written to `.<name>.<process>.new.tmp` beside the folder and forced to the disk; then the old
 * folder is renamed to `.<name>.<process>.old.tmp` and the new one takes its name. A kill between those two
 * renames leaves nothing under that name but both hidden folders; `recover` then finishes the exchange.
 */

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export type FileSet = Readonly<Record<string, Uint8Array>>;

/** Where a process keeps the new set before, and the old one after, the exchange. */
export const stagingName = (name: string, role: 'new' | 'old', owner = process.pid): string =>
  `.${name}.${owner}.${role}.tmp`;

/** Writes `files` as the folder `name` inside `parent`, in place of what was there; after an error nothing has changed. */
export function replaceFolder(parent: string, name: string, files: FileSet): void {
  const target = join(parent, name);
  const fresh = join(parent, stagingName(name, 'new'));
  const old = join(parent, stagingName(name, 'old'));
  const discard = (folder: string) => rmSync(folder, { recursive: true, force: true });
  const undo = [() => discard(fresh)];
  try {
    discard(fresh);
    mkdirSync(fresh, { recursive: true });
    for (const [file, content] of Object.entries(files)) writeDurably(join(fresh, file), content);
    syncFolder(fresh);
    // Ctrl-C is handled between turns of the event loop, never between these lines: only kill -9 gets here.
    if (existsSync(target)) {
      renameSync(target, old);
      undo.push(() => renameSync(old, target));
    }
    renameSync(fresh, target);
    undo.push(() => renameSync(target, fresh));
    syncFolder(parent);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
  try {
    discard(old);
  } catch {
    // The new set is in place all the same; the next run clears the old one away.
  }
}

/** Writes a new file and forces it to the disk. */
export function writeDurably(path: string, content: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Forces the names in a folder to the disk, where the system can. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
