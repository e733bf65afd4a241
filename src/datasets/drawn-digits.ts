/** Ten digits of ours as strokes of a pen. Those of MNIST are not ours to show; these may be shown, drawn over and given to models. */

export type Point = readonly [x: number, y: number];
/** The way of the pen from down to up; coordinates 0 … 1 from the top left of a square. */
export type Stroke = readonly Point[];

/**
 * A bent way through these points, ends included: each corner is cut three times at a quarter of its sides.
 * Chaikin's curve, of + and × alone.
 */
function bent(...points: readonly Point[]): Stroke {
  let way = points;
  for (let round = 0; round < 3; round++) {
    const cut: Point[] = [way[0]];
    for (let i = 0; i + 1 < way.length; i++) {
      const [[ax, ay], [bx, by]] = [way[i], way[i + 1]];
      cut.push(
        [0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by],
        [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by],
      );
    }
    cut.push(way[way.length - 1]);
    way = cut;
  }
  return way;
}

const straight = (...points: readonly Point[]): Stroke => points;

const ring = bent(
  [0.5, 0.09],
  [0.24, 0.09],
  [0.17, 0.5],
  [0.24, 0.93],
  [0.5, 0.93],
  [0.76, 0.93],
  [0.83, 0.5],
  [0.76, 0.09],
  [0.5, 0.09],
);

/** The strokes of each digit, 0 to 9. */
export const drawnDigits: readonly (readonly Stroke[])[] = [
  [ring],
  [straight([0.56, 0.08], [0.46, 0.92])],
  [
    bent([0.24, 0.3], [0.28, 0.08], [0.74, 0.06], [0.76, 0.38], [0.5, 0.66], [0.22, 0.9]),
    straight([0.22, 0.9], [0.82, 0.88]),
  ],
  [
    bent([0.24, 0.16], [0.42, 0.06], [0.78, 0.1], [0.76, 0.42], [0.42, 0.47]),
    bent([0.42, 0.47], [0.8, 0.5], [0.86, 0.86], [0.5, 0.97], [0.22, 0.84]),
  ],
  [straight([0.32, 0.1], [0.24, 0.52], [0.78, 0.5]), straight([0.7, 0.2], [0.62, 0.94])],
  [
    straight([0.76, 0.1], [0.36, 0.1], [0.32, 0.44]),
    bent([0.32, 0.44], [0.6, 0.34], [0.82, 0.52], [0.78, 0.86], [0.46, 0.96], [0.22, 0.84]),
  ],
  [
    bent(
      [0.66, 0.07],
      [0.4, 0.2],
      [0.22, 0.55],
      [0.24, 0.9],
      [0.5, 0.96],
      [0.76, 0.9],
      [0.74, 0.58],
      [0.5, 0.5],
      [0.26, 0.7],
    ),
  ],
  [straight([0.2, 0.13], [0.78, 0.11]), bent([0.78, 0.11], [0.58, 0.45], [0.46, 0.92])],
  [
    bent(
      [0.72, 0.2],
      [0.56, 0.02],
      [0.24, 0.12],
      [0.28, 0.4],
      [0.7, 0.56],
      [0.8, 0.86],
      [0.5, 1],
      [0.2, 0.84],
      [0.36, 0.56],
      [0.7, 0.4],
      [0.72, 0.2],
    ),
  ],
  [
    bent([0.72, 0.22], [0.56, 0.04], [0.24, 0.12], [0.26, 0.48], [0.54, 0.54], [0.74, 0.38], [0.72, 0.2]),
    bent([0.72, 0.2], [0.74, 0.5], [0.62, 0.94]),
  ],
];
