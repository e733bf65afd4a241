/** How long runs take and how far two results lie apart. */

export interface Timing {
  /** Milliseconds of the first run, with the start of its session. */
  readonly first: number;
  /** The latest later runs, in milliseconds, newest last. */
  readonly later: readonly number[];
}

/** So many runs, enough for a median that one hiccup cannot move. */
const kept = 15;

export const timed = (timing: Timing | undefined, milliseconds: number): Timing =>
  timing
    ? { first: timing.first, later: [...timing.later, milliseconds].slice(-kept) }
    : { first: milliseconds, later: [] };

/** Half the later runs were quicker; null before there are any. */
export function warmTime({ later }: Timing): number | null {
  const sorted = [...later].sort((a, b) => a - b);
  return sorted.length > 0 ? sorted[Math.floor(sorted.length / 2)] : null;
}

/**
 * Largest absolute difference between numbers of the same name and place.
 * Numbers that are both not finite, and alike, do not differ; if only one is finite the difference is infinite.
 */
export function largestDifference(
  a: Readonly<Record<string, ArrayLike<number>>>,
  b: Readonly<Record<string, ArrayLike<number>>>,
): number {
  let largest = 0;
  for (const [name, values] of Object.entries(a))
    for (let i = 0; i < values.length; i++) {
      const other = b[name][i];
      if (Object.is(values[i], other)) continue;
      const difference = Math.abs(values[i] - other);
      largest = Math.max(largest, Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference);
    }
  return largest;
}
