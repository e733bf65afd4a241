import { distance as editDistance } from 'fastest-levenshtein';

export { editDistance };

/** The known name that takes the fewest edits to become `wanted`; undefined only if none is known. */
export function nearest(wanted: string, known: readonly string[]): string | undefined {
  const distances = known.map((name) => editDistance(wanted.toLowerCase(), name.toLowerCase()));
  return known[distances.indexOf(Math.min(...distances))];
}

/** One sentence about a name that does not exist: the nearest that does, and all there are. */
export const unknownName = (kind: string, wanted: string, known: readonly string[]): string =>
  `There is no ${kind} "${wanted}". Did you mean "${nearest(wanted, known)}"? There are: ${known.join(', ')}.`;
