/** What the figure of gradient ascent draws, at build and in the page. */

import { cifarClasses } from '../../recipes/cifar-layers.ts';
import { barChartMarkup } from '../kit/bar-chart.ts';
import { colourPicture, pictureAddress } from '../kit/pixel-picture.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { escaped } from '../kit/series.ts';
import { percentText } from './sentences.ts';
import type { Climb, Frame } from './state.ts';

export const pictureMarkup = (values: Float32Array, title: string): string =>
  `<img class="pixels" src="${pictureAddress(colourPicture(values))}" width="32" height="32" alt="${escaped(title)}"/>`;

export const classesMarkup = (probability: ArrayLike<number>, target: number): string =>
  barChartMarkup({
    title: 'Probability of each class',
    full: 1,
    bars: cifarClasses.map((name, i) => ({
      name,
      value: probability[i],
      text: percentText(probability[i]),
      ...(i === target ? { marked: 'the class that is climbed' } : {}),
    })),
  });

export const scorePlot = ({ target }: Climb, frames: readonly Frame[]): PlotSpec => ({
  id: 'cifar-ascent-score',
  title: `Score of ${cifarClasses[target]}`,
  description: 'The score before softmax after each step.',
  x: { title: 'Step' },
  y: { title: 'Score' },
  series: [{ name: cifarClasses[target], points: frames.map(({ score }, step) => [step, score]) }],
  empty: 'No step yet',
});
