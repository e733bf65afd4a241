/** Examples as a network takes them: numbers in float32, one example after another. */

export interface Examples {
  readonly count: number;
  /** What the network is given: `count` times the same number of numbers. */
  readonly x: Float32Array;
  /** What it should answer. */
  readonly target: Float32Array;
}

export interface Dataset {
  readonly training: Examples;
  /** Never trained on; empty where the training examples are all there are. */
  readonly heldOut: Examples;
}

/** Whole files of a downloaded data set, by name, from wherever they are kept. */
export interface DataFiles {
  /** @throws Error naming the file and where it was looked for */
  read(name: string): Promise<Uint8Array>;
}

export const noExamples: Examples = { count: 0, x: new Float32Array(0), target: new Float32Array(0) };

/** Examples `from` … `to` − 1, sharing memory with the whole. */
export function slice({ count, x, target }: Examples, from: number, to: number): Examples {
  if (from < 0 || to > count || from > to)
    throw new RangeError(`slice: examples ${from} to ${to} of a set of ${count}`);
  const cut = (data: Float32Array) => data.subarray((data.length / count) * from, (data.length / count) * to);
  return { count: to - from, x: cut(x), target: cut(target) };
}
