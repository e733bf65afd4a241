import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cutFont } from '../../../src/site/typography/subset.ts';
import { equationCharacters, usedCharacters } from '../../../src/site/typography/used-characters.ts';

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2';
const size = (url: URL) => readFileSync(fileURLToPath(url)).length;

describe('usedCharacters()', () => {
  const used = usedCharacters();
  it('has every letter of English, and typography that no author types', () =>
    expect([...'azAZ09’–“−\u00a0'].filter((one) => !used.includes(one))).toEqual([]));
  it('has the characters of entries', () => expect(used).toContain('∎'));
  it('has each character once', () => expect(new Set(used).size).toBe([...used].length));
});

describe('equationCharacters()', () => {
  it('has characters as KaTeX sets them, not as they are written', () => {
    const { italic, others } = equationCharacters();
    expect([...'∈ℝη≤∑γ←<'].filter((one) => !`${italic}${others}`.includes(one))).toEqual(['ℝ']); // set as an R of another font
  });
  it('tells the letters of variables from digits and signs', () => {
    const { italic, others } = equationCharacters();
    expect([...'wxyηγL'].filter((one) => !italic.includes(one))).toEqual([]);
    expect([...'0123456789+−=≤∈'].filter((one) => italic.includes(one))).toEqual([]);
    expect([...'0123456789+−=≤∈'].filter((one) => !others.includes(one))).toEqual([]);
  });
});

describe('cutFont()', () => {
  it('makes a font smaller with fewer characters and weights, and names it after what it holds', async () => {
    const whole = readFileSync(createRequire(import.meta.url).resolve(serif)).length;
    const letters = await cutFont(serif, 'abcdefghijklmnopqrstuvwxyz');
    const oneWeight = await cutFont(serif, 'abcdefghijklmnopqrstuvwxyz', { weight: 400 });
    expect(size(letters)).toBeLessThan(whole / 2);
    expect(size(oneWeight)).toBeLessThan(size(letters));
    expect(oneWeight.href).not.toBe(letters.href);
    expect((await cutFont(serif, 'abcdefghijklmnopqrstuvwxyz')).href).toBe(letters.href);
  });
});
