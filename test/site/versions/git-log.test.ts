import { describe, expect, it } from 'vitest';
import { parseLog, readGitVersions, toVersions } from '../../../src/site/versions/git-log.ts';
import { versionOf } from '../../../src/site/versions/version-of.ts';

const log = [
  '\u001fccc\u001f2026-11-21\u001fTaken out',
  '',
  ':100644 000000 2222 0000 D\tcontent/entries/relu.mdx',
  '\u001fbbb\u001f2026-11-20\u001fBound added: it was missing',
  '',
  ':100644 100644 1111 3333 M\tcontent/entries/perceptron.mdx',
  ':000000 100644 0000 2222 A\tcontent/entries/relu.mdx',
  ':000000 100644 0000 9999 A\tcontent/entries/deep/not-an-entry.mdx',
  '\u001faaa\u001f2026-11-19\u001fFirst entry',
  '',
  ':000000 100644 0000 1111 A\tcontent/entries/perceptron.mdx',
  '',
].join('\n');
const texts: Record<string, string> = { 1111: 'one\n', 2222: 'two\n', 3333: 'one\nmore\n' };

describe('parseLog()', () => {
  it('reads each text of each entry, newest first, without what was deleted', () =>
    expect(parseLog(log).map(({ id, blob, date }) => [id, blob, date])).toEqual([
      ['perceptron', '3333', '2026-11-20'],
      ['relu', '2222', '2026-11-20'],
      ['perceptron', '1111', '2026-11-19'],
    ]));
});

describe('toVersions()', () => {
  it('names each version by its text and says what changed since the one before', () => {
    const versions = toVersions(parseLog(log), (blob) => texts[blob]);
    expect([...versions.keys()].sort()).toEqual(['perceptron', 'relu']);
    expect(versions.get('perceptron')?.map(({ version, changed, what }) => [version, changed, what])).toEqual(
      [
        [versionOf('one\nmore\n'), 'text (+1 −0 lines)', 'Bound added: it was missing'],
        [versionOf('one\n'), 'first version (1 line)', 'First entry'],
      ],
    );
  });
  it('counts a text once that a commit leaves as it was', () => {
    const twice = log.replace('1111 3333 M', '1111 1111 M');
    expect(toVersions(parseLog(twice), (blob) => texts[blob]).get('perceptron')).toHaveLength(1);
  });
});

describe('versionOf()', () => {
  it('is the beginning of the SHA-256 of the file, whatever its line ends', () => {
    expect(versionOf('abc')).toBe('ba7816bf8f01');
    expect(versionOf('a\r\nb\r\n')).toBe(versionOf('a\nb\n'));
  });
});

describe('readGitVersions()', () => {
  it('gives, where there is a history, texts that hash to their versions; elsewhere nothing, and no error', () => {
    for (const [id, versions] of readGitVersions())
      for (const { version, text } of versions) expect(versionOf(text), id).toBe(version);
  });
});
