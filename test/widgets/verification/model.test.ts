import { describe, expect, it } from 'vitest';
import { compare, isSame, progressOf, sentence, verdict } from '../../../src/widgets/verification/model.ts';

const [same, altered, other, extra, missing] = compare(
  { same: 'a', altered: 'b', other: 'c', missing: 'e' },
  { same: 'a', altered: 'x', other: 'c', missing: 'e' },
  { same: 'a', altered: 'b', other: 'y', extra: 'd' },
).sort((one, two) => order(one.name) - order(two.name));
function order(name: string): number {
  return ['same', 'altered', 'other', 'extra', 'missing'].indexOf(name);
}

describe('compare()', () => {
  it('takes a file for the same only if card, site and retraining agree', () =>
    expect([same, altered, other, extra, missing].map(isSame)).toEqual([true, false, false, false, false]));

  it('says which of the three is at odds', () =>
    expect([same, altered, other, extra, missing].map(verdict)).toEqual([
      'the same bytes',
      'the file here is not the one the card names',
      'retraining gave other bytes',
      'not named by the card',
      'not made by this recipe',
    ]));
});

describe('sentence()', () => {
  it('counts the files that are the same', () => {
    const done = { kind: 'done', steps: 600, milliseconds: 1300 } as const;
    expect(sentence({ ...done, files: [same] })).toBe(
      'Retrained here in 600 steps and 1.3 s. All 1 files are the same, byte for byte.',
    );
    expect(sentence({ ...done, files: [same, other] })).toContain('1 of 2 files are the same.');
  });
  it('gives the reason of a failure', () =>
    expect(sentence({ kind: 'failed', reason: 'no engine' })).toBe(
      'It could not be retrained here: no engine.',
    ));
});

it('progress is that of the download, then that of the training', () => {
  expect(progressOf({ kind: 'loading', loaded: 3, total: 12 })).toBe(0.25);
  expect(progressOf({ kind: 'training', step: 5, most: 50, loss: 1 })).toBe(0.1);
  expect(progressOf({ kind: 'starting' })).toBe(null);
});
