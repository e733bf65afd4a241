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
  const across = side * fineness;
  /** Of each sample, 1 + the place of the shape that lies on top; 0 where there is none. */
  const tops = new Uint16Array(across * across);
  shapes.forEach((shape, i) => {
    const [left, top, right, bottom] = boxOf(shape);
    const first = Math.max(0, Math.floor(top * fineness) - 1);
    const last = Math.min(across - 1, Math.ceil(bottom * fineness));
    const from = Math.max(0, Math.floor(left * fineness) - 1);
    const to = Math.min(across - 1, Math.ceil(right * fineness));
    for (let row = first; row <= last; row++)
      for (let column = from; column <= to; column++)
        if (covers(shape, (column + 0.5) / fineness, (row + 0.5) / fineness))
          tops[row * across + column] = i + 1;
  });
  const pixels = new Float32Array(3 * side * side);
  const share = 1 / (255 * fineness * fineness);
  for (let sample = 0; sample < tops.length; sample++) {
    if (tops[sample] === 0) continue;
    const { fill, fillBelow = fill } = shapes[tops[sample] - 1];
    const [row, column] = [Math.floor(sample / across), sample % across];
    const down = (row + 0.5) / (fineness * side);
    const at = Math.floor(row / fineness) * side + Math.floor(column / fineness);
    for (let channel = 0; channel < 3; channel++)
      pixels[channel * side * side + at] +=
        (fill[channel] + (fillBelow[channel] - fill[channel]) * down) * share;
  }
  return pixels;
}

/** Left, top, right and lower end. */
function boxOf(shape: Shape): readonly [number, number, number, number] {
  if ('ellipse' in shape) {
    const [x, y, width, height] = shape.ellipse;
    return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  }
  const xs = shape.polygon.map(([x]) => x);
  const ys = shape.polygon.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function covers(shape: Shape, x: number, y: number): boolean {
  if ('ellipse' in shape) {
    const [middleX, middleY, width, height] = shape.ellipse;
    const across = (x - middleX) / (width / 2);
    const down = (y - middleY) / (height / 2);
    return across * across + down * down <= 1;
  }
  // A ray to the right crosses the outline an odd number of times from within.
  const { polygon } = shape;
  let inside = false;
  for (let i = 0, before = polygon.length - 1; i < polygon.length; before = i++) {
    const y1 = polygon[i][1];
    const y0 = polygon[before][1];
    if (y0 > y === y1 > y) continue;
    const x0 = polygon[before][0];
    if (x < x0 + ((polygon[i][0] - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
  }
  return inside;
}
