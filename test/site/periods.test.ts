import { describe, expect, it } from 'vitest';
import { decadeOf, decadesOf, periodPattern } from '../../src/site/periods.ts';

describe('the decade of a year', () => {
  it.each([
    [1847, 'before 1940'],
    [1939, 'before 1940'],
    [1940, '1940s'],
    [1969, '1960s'],
    [1970, '1970s'],
    [2012, '2010s'],
    [2031, '2020s'],
  ])('%i: %s', (year, decade) => expect(decadeOf(year)).toBe(decade));
});

describe('the decades of an entry', () => {
  it('are those that its period touches, whatever it cites', () => {
    expect(decadesOf('1957–1969', [2016])).toEqual(['1950s', '1960s']);
    expect(decadesOf('2012', [1943])).toEqual(['2010s']);
    expect(decadesOf('1999–today', [])).toEqual(['1990s', '2000s', '2010s', '2020s']);
  });
  it('are otherwise those of its sources, without the ones between', () => {
    expect(decadesOf(undefined, [1986, 1969, 1943, 1989])).toEqual(['1940s', '1960s', '1980s']);
    expect(decadesOf(undefined, [])).toEqual([]);
  });
});

describe('a period', () => {
  it.each(['2012', '1957–1969', '1951–today'])('may be %s', (text) => expect(text).toMatch(periodPattern));
  it.each(['1957-1969', 'the 1950s', '1957–', '57–69', '1957–now'])('may not be %s', (text) =>
    expect(text).not.toMatch(periodPattern),
  );
});
