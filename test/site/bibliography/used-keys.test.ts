import { describe, expect, it } from 'vitest';
import { expectAllUsed, usedKeys } from '../../../src/site/bibliography/used-keys.ts';

const texts = {
  entries: ['A fact [@minsky-1969, p. 12; @lecun-1998-efficient]. A bare block-1962 cites nothing.'],
  code: [
    '/** He [goodfellow-2016, §6.2; novikoff-1962]. */ const key = "[polyak-1964]"; // [block-1970]',
    '/** Says raina-2009 outside brackets. */',
  ],
  data: ['{"sources": {"haigh-2023": "Haigh 2023"}, "n": 1}'],
};

describe('usedKeys()', () => {
  it('finds what entries cite, what comments set in brackets and what data name, and nothing else', () =>
    expect([...usedKeys(texts)].sort()).toEqual([
      'block-1970',
      'goodfellow-2016',
      'haigh-2023',
      'lecun-1998-efficient',
      'minsky-1969',
      'novikoff-1962',
    ]));
});

describe('expectAllUsed()', () => {
  it('names each source that nothing cites', () =>
    expect(() => expectAllUsed(['minsky-1969', 'polyak-1964', 'raina-2009'], texts)).toThrow(
      'content/sources.bib: nothing cites "polyak-1964", "raina-2009". Cite or remove.',
    ));
  it('is content where all are cited', () =>
    expect(() => expectAllUsed(['minsky-1969', 'haigh-2023'], texts)).not.toThrow());
});
