/**
 * Every way in which a straight line can split given points, and how well the best line can do.
 *
 * Any line that splits the points can be moved, without changing the split, until it touches two of them;
 * so the lines through all pairs, turned a hair about a place between the points they touch, give all splits.
 * n points in general position have n² − n + 2 labellings of the 2ⁿ that a line realises [cover-1965].
 */

export type Position = readonly [number, number];

/** Which side each point is on; the side of the first point is `false`. */
export type Split = readonly boolean[];

export interface Judged {
  readonly split: Split;
  /** Points whose label fits, with the better of the two ways to name the sides. */
  readonly right: number;
  /** Whether the `true` side is then the positive one. */
  readonly positive: boolean;
}

/** Coordinates are multiples of 1/256 or 1/100: true areas are far larger, rounding errors far smaller. */
const tolerance = 1e-9;

/** Each split once, the one that leaves all points on one side included. */
export function splitsByLine(points: readonly Position[]): Split[] {
  const found = new Map<string, Split>();
  visitSplits(points, (side) => {
    const split = Array.from(side, (one) => one !== side[0]);
    found.set(split.map(Number).join(''), split);
  });
  return [...found.values()];
}

/** Most points that any line can have on their side, without keeping the list of splits: for crowds. */
export function mostRight(points: readonly Position[], labels: readonly number[]): number {
  let most = 0;
  visitSplits(points, (side) => {
    let fits = 0;
    for (let k = 0; k < side.length; k++) if (side[k] === Number(labels[k] > 0)) fits++;
    most = Math.max(most, fits, side.length - fits);
  });
  return most;
}

/** @param visit is given the side of each point, 0 or 1, in an array that is used again; splits may come twice */
function visitSplits(points: readonly Position[], visit: (side: Uint8Array) => void): void {
  const side = new Uint8Array(points.length);
  visit(side);
  const across = new Float64Array(points.length);
  const place = new Float64Array(points.length);
  for (let i = 0; i < points.length; i++)
    for (let j = i + 1; j < points.length; j++) {
      const [x, y] = [points[j][0] - points[i][0], points[j][1] - points[i][1]];
      if (Math.hypot(x, y) < tolerance) continue;
      for (let k = 0; k < points.length; k++) {
        const [dx, dy] = [points[k][0] - points[i][0], points[k][1] - points[i][1]];
        across[k] = x * dy - y * dx;
        place[k] = x * dx + y * dy;
      }
      for (let cut = 0; cut < points.length; cut++) {
        if (Math.abs(across[cut]) >= tolerance) continue;
        // The turned line leaves the touched points before the cut on one side, those after it on the other.
        for (const before of [0, 1]) {
          for (let k = 0; k < points.length; k++)
            side[k] =
              Math.abs(across[k]) >= tolerance
                ? Number(across[k] > 0)
                : place[k] <= place[cut] + tolerance
                  ? before
                  : 1 - before;
          visit(side);
        }
      }
    }
}

/** All splits, the best first. */
export function judge(points: readonly Position[], labels: readonly number[]): Judged[] {
  return splitsByLine(points)
    .map((split) => {
      const fits = split.filter((side, k) => side === labels[k] > 0).length;
      return { split, right: Math.max(fits, points.length - fits), positive: fits * 2 >= points.length };
    })
    .sort((a, b) => b.right - a.right);
}

/** A line w·x + b = 0 with its `true` points on the positive side. */
export interface Line {
  readonly weights: Position;
  readonly bias: number;
}

/** The line with the widest gap between the two sides, or null where one side is empty. */
export function widestLine(points: readonly Position[], split: Split): Line | null {
  const sides = [true, false].map((side) => points.filter((_, k) => split[k] === side));
  if (sides.some((side) => side.length === 0)) return null;
  let nearest = { distance: Number.POSITIVE_INFINITY, from: sides[0][0], to: sides[1][0] };
  // The nearest places of two convex hulls are two corners, or a corner and a place on an edge.
  for (const [corners, others, flipped] of [
    [sides[0], sides[1], false],
    [sides[1], sides[0], true],
  ] as const)
    for (const corner of corners)
      for (const a of others)
        for (const b of others) {
          const place = nearestOnSegment(corner, a, b);
          const distance = Math.hypot(corner[0] - place[0], corner[1] - place[1]);
          if (distance >= nearest.distance) continue;
          nearest = flipped ? { distance, from: place, to: corner } : { distance, from: corner, to: place };
        }
  const { from, to } = nearest;
  const weights: Position = [from[0] - to[0], from[1] - to[1]];
  const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return { weights, bias: -(weights[0] * middle[0] + weights[1] * middle[1]) };
}

function nearestOnSegment(from: Position, a: Position, b: Position): Position {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return a;
  const share = Math.min(1, Math.max(0, ((from[0] - a[0]) * dx + (from[1] - a[1]) * dy) / length));
  return [a[0] + share * dx, a[1] + share * dy];
}
