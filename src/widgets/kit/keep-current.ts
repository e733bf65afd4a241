/** Keeps what a model has computed in step with what a figure shows: one run at a time, the latest wish first. */

export interface Kept {
  /** Computes until the result is about the present state. Resolves then. */
  check(): Promise<void>;
  /** Computes again even if nothing has changed: after a change of provider. */
  renew(): Promise<void>;
}

/**
 * @param of all that the result depends on, compared one by one with `Object.is`; null if nothing is to be computed
 * @param compute runs the models and dispatches what they answer
 */
export function keepCurrent(
  of: () => readonly unknown[] | null,
  compute: () => Promise<void>,
  signal: AbortSignal,
): Kept {
  let known: readonly unknown[] | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    for (let asked = of(); asked && !signal.aborted && !isSame(known, asked); asked = of()) {
      known = asked;
      try {
        await compute();
      } catch (error) {
        known = null;
        throw error;
      }
    }
  }
  const check = (): Promise<void> => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    check,
    renew() {
      known = null;
      return check();
    },
  };
}

const isSame = (a: readonly unknown[] | null, b: readonly unknown[]): boolean =>
  a !== null && a.length === b.length && a.every((one, i) => Object.is(one, b[i]));
