/** "Did you mean …?" for every name an author can mistype: sources, widgets, entries. */

import { closest, distance } from 'fastest-levenshtein';

/**
 * The end of an error message: a suggestion where one is near enough, otherwise the names that exist.
 *
 * @returns a sentence that begins with a space, so that it can follow another
 */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return ' None exist yet.';
  const nearest = closest(name, known);
  return distance(name, nearest) <= Math.max(2, name.length / 3)
    ? ` Did you mean "${nearest}"?`
    : ` There are: ${[...known].sort().join(', ')}.`;
}
