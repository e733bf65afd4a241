/** Pictures whose rows are all of one colour each (bars) or whose columns are (stripes). */

export interface Picture {
  readonly pixels: readonly number[];
  /** 1 for bars, 0 for stripes; the blank and the full picture are both and left out. */
  readonly bars: 0 | 1;
}

/** All 2 (2ˢ − 2) of side s, bars and stripes in turn. */
export const barsAndStripes = (side: number): Picture[] =>
  Array.from({ length: 2 ** side - 2 }, (_, i) =>
    Array.from({ length: side }, (_, line) => ((i + 1) >> line) & 1),
  ).flatMap((lines) => [
    { pixels: Array.from({ length: side * side }, (_, at) => lines[Math.floor(at / side)]), bars: 1 },
    { pixels: Array.from({ length: side * side }, (_, at) => lines[at % side]), bars: 0 },
  ]);
