/** `toBeCloseToTensor`: compares many numbers and reports the first that differs, with its index. */

import { expect } from 'vitest';

declare module 'vitest' {
  // The parameters must be named and bounded as vitest does, or the two interfaces do not merge.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Same length, and each number within `tolerance · max(1, largest |expected|)` of the expected one. */
    toBeCloseToTensor(expected: ArrayLike<number>, tolerance?: number): R;
  }
}

expect.extend({
  toBeCloseToTensor(received: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-6) {
    if (received.length !== expected.length)
      return { pass: false, message: () => `expected ${expected.length} numbers, got ${received.length}` };
    let scale = 1;
    for (let i = 0; i < expected.length; i++) scale = Math.max(scale, Math.abs(expected[i]));
    for (let i = 0; i < expected.length; i++) {
      // Written so that NaN on either side fails.
      const same = received[i] === expected[i] || Math.abs(received[i] - expected[i]) <= tolerance * scale;
      if (!same)
        return {
          pass: false,
          message: () =>
            `first difference at index ${i}: expected ${expected[i]}, got ${received[i]} (tolerance ${tolerance} × ${scale})`,
        };
    }
    return { pass: true, message: () => `all ${expected.length} numbers are within ${tolerance} × ${scale}` };
  },
});
