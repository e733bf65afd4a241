import { describe, expect, it } from 'vitest';
import { keepCurrent } from '../../../src/widgets/kit/keep-current.ts';

/** A computation that waits to be finished by hand, about a wish that the test changes. */
function kept() {
  let wish: number | null = 1;
  const begun: (number | null)[] = [];
  const ends: (() => void)[] = [];
  const end = new AbortController();
  const one = keepCurrent(
    () => (wish === null ? null : [wish]),
    () => {
      begun.push(wish);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    end.signal,
  );
  return {
    one,
    begun,
    end,
    want: (next: number | null) => {
      wish = next;
    },
    finish: async () => {
      ends.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('what is kept current', () => {
  it('is computed once for one wish', async () => {
    const { one, begun, finish } = kept();
    const done = one.check();
    void one.check();
    await finish();
    await done;
    await one.check();
    expect(begun).toEqual([1]);
  });
  it('goes from a finished run to the latest wish and leaves those between out', async () => {
    const { one, begun, want, finish } = kept();
    const done = one.check();
    for (const wish of [2, 3, 4]) {
      want(wish);
      void one.check();
    }
    await finish();
    await finish();
    await done;
    expect(begun).toEqual([1, 4]);
  });
  it('is computed again when it is to be renewed, during a run too', async () => {
    const { one, begun, finish } = kept();
    const done = one.check();
    void one.renew();
    await finish();
    await finish();
    await done;
    expect(begun).toEqual([1, 1]);
  });
  it('rests when nothing is wanted and when the figure has gone', async () => {
    const { one, begun, want, end } = kept();
    want(null);
    await one.check();
    want(1);
    end.abort();
    await one.check();
    expect(begun).toEqual([]);
  });
  it('hands a failure on and tries again when asked again', async () => {
    let runs = 0;
    const one = keepCurrent(
      () => [1],
      async () => {
        if (runs++ === 0) throw new Error('no model');
      },
      new AbortController().signal,
    );
    await expect(one.check()).rejects.toThrow('no model');
    await one.check();
    expect(runs).toBe(2);
  });
});
