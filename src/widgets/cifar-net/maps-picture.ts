/** All maps of a layer as one picture of small tiles. */

import type { PixelPicture } from '../kit/pixel-picture.ts';
import { isPositive, type LayerName, shapeOf } from './layers.ts';

/** Grey of the gaps between tiles, 0 … 255. */
const gap = 128;

export interface MapsPicture extends PixelPicture {
  readonly columns: number;
  readonly rows: number;
}

/** How many tiles stand beside each other: about twice as many as below each other. */
export function columnsOf(channels: number): number {
  const columns = [8, 12, 16, 32].find((one) => channels % one === 0 && channels / one <= one / 2 + 2);
  return Math.min(channels, columns ?? 8);
}

/**
 * White is the largest number of the layer. Where the layer has no negative numbers black is 0, and brightness the
 * root of the number, so that weak answers show; elsewhere grey is 0 and black the negative of white.
 *
 * @param values channel after channel
 */
export function mapsPicture(layer: LayerName, values: Float32Array): MapsPicture {
  const { channels, side } = shapeOf(layer);
  const columns = columnsOf(channels);
  const rows = Math.ceil(channels / columns);
  const space = side > 1 ? 1 : 0;
  const width = columns * (side + space) - space;
  const height = rows * (side + space) - space;
  const pixels = new Uint8Array(3 * width * height).fill(gap);
  const most = values.reduce((so, one) => Math.max(so, Math.abs(one)), 0) || 1;
  const shade = isPositive(layer)
    ? (value: number) => 255 * Math.sqrt(value / most)
    : (value: number) => 127.5 * (1 + value / most);
  for (let channel = 0; channel < channels; channel++) {
    const left = (channel % columns) * (side + space);
    const top = Math.floor(channel / columns) * (side + space);
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        const at = 3 * ((top + row) * width + left + column);
        pixels.fill(Math.round(shade(values[(channel * side + row) * side + column])), at, at + 3);
      }
  }
  return { width, height, pixels, columns, rows };
}
