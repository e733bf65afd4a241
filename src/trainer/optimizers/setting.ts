/** Checks of an optimizer's settings. A setting that is a graph value is fed later and cannot be checked here. */

import type { Operand } from '../../graph/value.ts';

/** @throws RangeError if the number lies outside 0 ≤ number < 1 */
export function expectFraction(setting: string, number: Operand): void {
  if (typeof number === 'number' && !(number >= 0 && number < 1))
    throw new RangeError(`${setting} must be at least 0 and below 1, got ${number}`);
}

/** @throws RangeError if the number is negative, infinite or not a number */
export function expectNotNegative(setting: string, number: Operand): void {
  if (typeof number === 'number' && !(number >= 0 && number < Number.POSITIVE_INFINITY))
    throw new RangeError(`${setting} must be a number of at least 0, got ${number}`);
}
