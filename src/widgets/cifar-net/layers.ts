/** The layers of the small network as the figure names them. */

import { cifarLayers } from '../../recipes/cifar-layers.ts';

export const layerTitles = {
  pixels: 'Picture, normalised',
  'conv1.convolution': 'conv1: convolution',
  'conv1.pooling': 'conv1: pooling',
  'conv1.relu': 'conv1: ReLU',
  'conv1.normalization': 'conv1: normalisation',
  'conv2.convolution': 'conv2: convolution',
  'conv2.pooling': 'conv2: pooling',
  'conv2.relu': 'conv2: ReLU',
  'conv2.normalization': 'conv2: normalisation',
  'conv3.convolution': 'conv3: convolution',
  'conv3.relu': 'conv3: ReLU',
  'conv4.convolution': 'conv4: convolution',
  'conv4.pooling': 'conv4: pooling',
  'conv4.relu': 'conv4: ReLU',
  'hidden.sum': 'hidden: weighted sums',
  'hidden.relu': 'hidden: ReLU',
  'output.sum': 'output: scores',
} as const;
export type LayerName = keyof typeof layerTitles;
export const layerNames = Object.keys(layerTitles) as LayerName[];

export interface LayerShape {
  readonly channels: number;
  /** Of each map; 1 where the layer has single numbers. */
  readonly side: number;
}

const shapes = Object.fromEntries(
  Object.entries(cifarLayers()).map(([name, { shape }]) => [
    name,
    { channels: shape[1], side: shape[2] ?? 1 },
  ]),
) as Record<LayerName, LayerShape>;

export const shapeOf = (layer: LayerName): LayerShape => shapes[layer];

/** Whether a layer's numbers are never negative: its zero is then the darkest. */
export const isPositive = (layer: LayerName): boolean => /relu|normalization/.test(layer);

export interface ChannelSummary {
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

/** @param values of one layer, channel after channel */
export function summarise(values: Float32Array, { channels, side }: LayerShape): ChannelSummary[] {
  const size = side * side;
  return Array.from({ length: channels }, (_, channel) => {
    const map = values.subarray(channel * size, (channel + 1) * size);
    let [least, most, sum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const value of map) {
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
    }
    return { least, mean: sum / size, most };
  });
}
