/** What the figure of the small network draws, at build and in the page. */

import { cifarClasses } from '../../recipes/cifar-layers.ts';
import { barChartMarkup } from '../kit/bar-chart.ts';
import { colourPicture, pictureAddress } from '../kit/pixel-picture.ts';
import { escaped } from '../kit/series.ts';
import { colourFiltersMarkup } from '../kit/small-multiples.ts';
import { isPositive, type LayerName, layerTitles, shapeOf } from './layers.ts';
import { mapsPicture } from './maps-picture.ts';
import { percentText } from './sentences.ts';

export const pictureMarkup = (values: Float32Array, subject: string): string =>
  `<img class="pixels" src="${pictureAddress(colourPicture(values))}" width="32" height="32" alt="${escaped(
    `${subject}, 32 by 32 pixels`,
  )}"/>`;

export function classesMarkup(probability: ArrayLike<number>): string {
  const highest = Math.max(...Array.from(probability));
  return barChartMarkup({
    title: 'Probability of each class',
    full: 1,
    bars: cifarClasses.map((name, i) => ({
      name,
      value: probability[i],
      text: percentText(probability[i]),
      ...(probability[i] === highest ? { marked: 'the answer' } : {}),
    })),
  });
}

export function mapsMarkup(layer: LayerName, values: Float32Array): string {
  const picture = mapsPicture(layer, values);
  const { channels, side } = shapeOf(layer);
  const shade = isPositive(layer)
    ? 'Black is 0, white the largest number of the layer, and brightness the root of the number.'
    : 'Grey is 0, white the largest size above it, black the same below.';
  const things = side > 1 ? `${channels} maps of ${side} by ${side}` : `${channels} numbers`;
  return (
    `<img class="pixels maps" src="${pictureAddress(picture)}" width="${picture.width}" height="${picture.height}" ` +
    `alt="${escaped(`${layerTitles[layer]}: ${things}, ${picture.columns} in a row`)}"/>` +
    `<p class="hint">${shade}</p>`
  );
}

/** @param kernels shape [32, 3, 3, 3] */
export const filtersMarkup = (kernels: readonly number[]): string =>
  colourFiltersMarkup(
    Array.from({ length: kernels.length / 27 }, (_, i) => ({
      title: String(i + 1),
      rows: 3,
      columns: 3,
      values: kernels.slice(27 * i, 27 * i + 27),
    })),
  );
