import { describe, expect, it } from 'vitest';
import type { GitVersion } from '../../../src/site/versions/git-log.ts';
import { merged, readRecord } from '../../../src/site/versions/history.ts';

const version = (digit: string, date: string): GitVersion => ({
  version: digit.repeat(12),
  date,
  what: `Commit ${digit}`,
  changed: 'text (+1 −1 lines)',
  commit: `${digit}${digit}`,
  text: digit,
});
const record = ({ version, date, what, changed }: GitVersion) => ({ version, date, what, changed });
const [one, two, three] = [
  version('1', '2026-11-01'),
  version('2', '2026-11-02'),
  version('3', '2026-11-03'),
];

describe('merged()', () => {
  it('is what git knows, with commits and texts, where it knows all', () => {
    const all = merged([two, one], [record(one)]);
    expect(all.map(({ what }) => what)).toEqual(['Commit 2', 'Commit 1']);
    expect(all[1].text).toBe('1');
    expect(all[1].url).toMatch(/\/commit\/11$/);
  });
  it('is what was recorded where git knows nothing, as in an archive', () =>
    expect(merged([], [record(two), record(one)])).toEqual([record(two), record(one)]));
  it('is both, newest first, where git knows only the latest, as in a shallow clone', () =>
    expect(merged([three], [record(two), record(one)]).map(({ date }) => date)).toEqual([
      '2026-11-03',
      '2026-11-02',
      '2026-11-01',
    ]));
});

it('the record that ships with the sources names versions of entries, newest first', () => {
  const kept = Object.entries(readRecord());
  expect(kept.length).toBeGreaterThan(50);
  for (const [id, versions] of kept) {
    const dates = versions.map(({ date }) => date);
    expect(dates, id).toEqual([...dates].sort().reverse());
  }
});
