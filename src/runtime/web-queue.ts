/** One job at a time, in the order of asking. */

export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

/** A job that fails rejects its own promise and does not hold up the next one. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job);
    last = result.catch(() => {});
    return result;
  };
}
