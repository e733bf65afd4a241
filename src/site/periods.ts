/** Decades by which entries can be found: those of the period that an entry states, or of the primary sources it cites. */

/** A period as an entry states it: "2012", "1957–1969" or "1951–today". */
export const periodPattern = /^\d{4}(–(\d{4}|today))?$/;

export const decades = [
  'before 1940',
  '1940s',
  '1950s',
  '1960s',
  '1970s',
  '1980s',
  '1990s',
  '2000s',
  '2010s',
  '2020s',
] as const;

export type Decade = (typeof decades)[number];

const firstDecade = 1940;

export function decadeOf(year: number): Decade {
  if (year < firstDecade) return decades[0];
  return decades[Math.min(Math.floor((year - firstDecade) / 10) + 1, decades.length - 1)];
}

/**
 * @param period as `periodPattern` has it; every decade that it touches counts
 * @param years of the primary sources, which count where no period is stated
 * @returns decades in order, each once
 */
export function decadesOf(period: string | undefined, years: readonly number[]): Decade[] {
  if (period === undefined) {
    const cited = years.map(decadeOf);
    return decades.filter((decade) => cited.includes(decade));
  }
  const [from, to = from] = period.split('–');
  const first = decades.indexOf(decadeOf(Number(from)));
  const last = to === 'today' ? decades.length - 1 : decades.indexOf(decadeOf(Number(to)));
  return decades.slice(first, last + 1);
}
