import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recover } from '../../../scripts/train/recover.ts';
import { replaceFolder, stagingName } from '../../../scripts/train/replace-folder.ts';
import { start } from './run-script.ts';
import { temporaryFolder } from './temporary-folder.ts';

const names = ['card.json', 'history.json', 'model.onnx'];
const filesOf = (content: string) => {
  const bytes = new TextEncoder().encode(content.repeat(1000));
  return Object.fromEntries(names.map((name) => [name, bytes]));
};

/** The letter that every file of the folder repeats a thousand times, or what is wrong with it. */
function versionIn(parent: string): string {
  if (!existsSync(join(parent, 'model'))) return 'missing';
  const present = readdirSync(join(parent, 'model')).sort();
  const contents = new Set(present.map((name) => readFileSync(join(parent, 'model', name), 'utf8')));
  const [content] = contents;
  const whole = present.join() === names.join() && contents.size === 1 && content === content[0].repeat(1000);
  return whole ? content[0] : `torn: ${[...contents].map((one) => one.length)}`;
}

/** Puts version B over version A in a process that is struck at one call; the last call is the first to be spared. */
async function strikeEachCall(
  how: string,
  check: (parent: string, status: number | null, at: number) => void,
) {
  const parent = temporaryFolder();
  for (let at = 1; ; at++) {
    replaceFolder(parent, 'model', filesOf('A'));
    const { status, stderr } = await start(
      ['--import', './test/scripts/train/die-at.ts', 'test/scripts/train/put-folder.ts', parent, 'B'],
      { DIE_AT: String(at), DIE_HOW: how },
    ).finished;
    check(parent, status, at);
    if (status === 0 && !stderr) return at;
    expect(at).toBeLessThan(50);
  }
}

describe('replaceFolder', () => {
  it('puts all files in place, leaves nothing else behind and forgets files of the old set', () => {
    const parent = temporaryFolder();
    replaceFolder(parent, 'model', { ...filesOf('A'), 'old.onnx': new Uint8Array(3) });
    replaceFolder(parent, 'model', filesOf('B'));
    expect(versionIn(parent)).toBe('B');
    expect(readdirSync(parent)).toEqual(['model']);
  });

  it('killed at any of its calls leaves the old set or the new one, once recover has run', async () => {
    const seen: string[] = [];
    const calls = await strikeEachCall('kill', (parent, status) => {
      expect(['A', 'B', 'missing']).toContain(versionIn(parent));
      const restored = recover(parent);
      seen.push(`${versionIn(parent)}${restored.length > 0 ? ' restored' : ''}`);
      expect(readdirSync(parent)).toEqual(['model']);
      if (status === 0) expect(versionIn(parent)).toBe('B');
    });
    // Three writes, three syncs, two renames and more; one kill falls between the renames.
    expect(calls).toBeGreaterThan(12);
    expect(new Set(seen)).toEqual(new Set(['A', 'B restored', 'B']));
  });

  it('leaves the old set, and says why, when the disk is full at any of its calls', async () => {
    const seen = new Set<string>();
    await strikeEachCall('ENOSPC', (parent, status) => {
      seen.add(`${status} ${versionIn(parent)}`);
      recover(parent);
      expect(readdirSync(parent)).toEqual(['model']);
    });
    // Only clearing away the old set may fail without taking the new one back.
    expect(seen).toEqual(new Set(['1 A', '0 B']));
  });
});

describe('recover', () => {
  const dead = 2 ** 22 + 1; // Above the greatest process number that Linux gives.
  const put = (parent: string, folder: string, content: string) =>
    replaceFolder(parent, folder, filesOf(content));

  it('puts the new set in place when only the old one had been moved away', () => {
    const parent = temporaryFolder();
    put(parent, stagingName('model', 'old', dead), 'A');
    put(parent, stagingName('model', 'new', dead), 'B');
    expect(recover(parent)).toEqual(['model']);
    expect(versionIn(parent)).toBe('B');
    expect(readdirSync(parent)).toEqual(['model']);
  });

  it('puts the old set back when there is no new one', () => {
    const parent = temporaryFolder();
    put(parent, stagingName('model', 'old', dead), 'A');
    expect(recover(parent)).toEqual(['model']);
    expect(versionIn(parent)).toBe('A');
  });

  it('deletes what is half written or half deleted beside a model that is there', () => {
    const parent = temporaryFolder();
    put(parent, 'model', 'A');
    for (const role of ['old', 'new'] as const) {
      mkdirSync(join(parent, stagingName('model', role, dead)));
      writeFileSync(join(parent, stagingName('model', role, dead), 'card.json'), 'BB');
    }
    expect(recover(parent)).toEqual([]);
    expect(versionIn(parent)).toBe('A');
    expect(readdirSync(parent)).toEqual(['model']);
  });

  it('leaves a running process to its work, for a minute', () => {
    const parent = temporaryFolder();
    const staging = stagingName('model', 'new', process.ppid);
    put(parent, staging, 'B');
    recover(parent);
    expect(readdirSync(parent)).toEqual([staging]);
    recover(parent, Date.now() + 61_000);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('touches nothing else and does not mind a folder that is not there', () => {
    const parent = temporaryFolder();
    put(parent, 'model', 'A');
    put(parent, '.other.tmp', 'A');
    recover(parent);
    expect(readdirSync(parent).sort()).toEqual(['.other.tmp', 'model']);
    expect(recover(join(parent, 'nowhere'))).toEqual([]);
  });
});
