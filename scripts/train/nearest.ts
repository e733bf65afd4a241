/** The known name that takes the fewest edits to become `wanted`; undefined only if none is known. */
export function nearest(wanted: string, known: readonly string[]): string | undefined {
  const distances = known.map((name) => editDistance(wanted.toLowerCase(), name.toLowerCase()));
  return known[distances.indexOf(Math.min(...distances))];
}

/** Letters inserted, deleted or replaced to turn `a` into `b` (Levenshtein). */
export function editDistance(a: string, b: string): number {
  // above[j] is the distance from the part of `a` read so far to the first j letters of `b`.
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    above = row;
  }
  return above[b.length];
}

/** One sentence about a name that does not exist: the nearest that does, and all there are. */
export const unknownName = (kind: string, wanted: string, known: readonly string[]): string =>
  `There is no ${kind} "${wanted}". Did you mean "${nearest(wanted, known)}"? There are: ${known.join(', ')}.`;
