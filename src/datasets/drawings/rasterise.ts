/** Drawings of ours as pixels: the same numbers at build, in a test and in the page, since only + − × ÷ are used. */

export type Colour = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];

/** One shape; later ones lie over earlier ones. Coordinates are 0 … 32 from the top left, colours 0 … 255. */
export type Shape = {
  readonly fill: Colour;
  /** The colour at the lower end, if it changes from top to bottom of the picture. */
  readonly fillBelow?: Colour;
} & (
  | { readonly polygon: readonly Point[] }
  | { readonly ellipse: readonly [x: number, y: number, width: number, height: number] }
);

export interface Drawing {
  /** What it shows, in a few words. */
  readonly title: string;
  /** Of the ten classes of CIFAR-10. */
  readonly shows: string;
  readonly shapes: readonly Shape[];
}

const side = 32;
/** Samples along each side of a pixel. */
const fineness = 4;

/** @returns 0 … 1, shape [3, 32, 32]: what a network of CIFAR-10 takes */
export function rasterise({ shapes }: Drawing): Float32Array {
  const pixels = new Float32Array(3 * side * side);
  const share = 1 / (255 * fineness * fineness);
  for (let row = 0; row < side * fineness; row++)
    for (let column = 0; column < side * fineness; column++) {
      const [x, y] = [(column + 0.5) / fineness, (row + 0.5) / fineness];
      const top = shapes.findLast((shape) => covers(shape, x, y));
      if (!top) continue;
      const at = Math.floor(y) * side + Math.floor(x);
      top.fill.forEach((from, channel) => {
        const to = top.fillBelow?.[channel] ?? from;
        pixels[channel * side * side + at] += (from + ((to - from) * y) / side) * share;
      });
    }
  return pixels;
}

function covers(shape: Shape, x: number, y: number): boolean {
  if ('ellipse' in shape) {
    const [middleX, middleY, width, height] = shape.ellipse;
    const [across, down] = [(x - middleX) / (width / 2), (y - middleY) / (height / 2)];
    return across * across + down * down <= 1;
  }
  // A ray to the right crosses the outline an odd number of times from within.
  let inside = false;
  shape.polygon.forEach(([x1, y1], i) => {
    const [x0, y0] = shape.polygon.at(i - 1) as Point;
    if (y0 > y !== y1 > y && x < x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
  });
  return inside;
}
