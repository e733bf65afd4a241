import type { PictureShape } from '../pictures.ts';

/**
 * Copies the window of `from` whose upper left corner is `top`, `left` into `to`, in every channel. Where the
 * window reaches beyond the picture, `to` keeps what it holds.
 *
 * @param shape of `from`
 * @param cut   of `to`, with as many channels
 */
export function copyWindow(
  from: Float32Array,
  shape: PictureShape,
  { top, left }: { readonly top: number; readonly left: number },
  to: Float32Array,
  cut: PictureShape,
): void {
  const first = Math.max(0, -left);
  const last = Math.min(cut.width, shape.width - left);
  if (first >= last) return;
  for (let channel = 0; channel < shape.channels; channel++)
    for (let row = 0; row < cut.height; row++) {
      const source = row + top;
      if (source < 0 || source >= shape.height) continue;
      const start = (channel * shape.height + source) * shape.width + left;
      to.set(from.subarray(start + first, start + last), (channel * cut.height + row) * cut.width + first);
    }
}
