/** The drawings of the figure of penalties: the same at build time and in the page. */

import { formatNumber } from '../kit/number-format.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { smallMultiplesMarkup } from '../kit/small-multiples.ts';
import { methods, type Settings, type Shipped, strengthOf, weightsOf } from './state.ts';

/** The weights of each digit as a picture, on one scale. */
export function picturesMarkup(id: string, { weights }: Shipped, member: number): string {
  const own = weightsOf(weights, member);
  const maps = Array.from({ length: 10 }, (_, digit) => ({
    title: String(digit),
    grid: { rows: 28, columns: 28, values: own.filter((_, i) => i % 10 === digit) },
  }));
  return smallMultiplesMarkup({ id, maps, shades: 'diverging' });
}

const [bins, edge] = [40, 0.4];

export function histogram(id: string, shipped: Shipped | null, settings: Settings): PlotSpec {
  const counts = new Array<number>(bins + 1).fill(0);
  if (shipped) {
    const free = weightsOf(shipped.weights, 0);
    weightsOf(shipped.weights, settings.member).forEach((weight, i) => {
      if (free[i] === 0) return;
      const place = Math.round(((weight + edge) / (2 * edge)) * bins);
      counts[Math.min(bins, Math.max(0, place))]++;
    });
  }
  return {
    id,
    title: `Weights at λ = ${formatNumber(strengthOf(settings))}`,
    description: 'How many weights have which size; larger ones than 0.4 are counted at the ends.',
    x: { title: 'Weight' },
    y: { title: 'Weights' },
    series: [
      {
        name: methods[settings.method].title,
        as: 'bars',
        points: counts.map((count, i): [number, number] => [
          Number((((i - bins / 2) * 2 * edge) / bins).toFixed(3)),
          count,
        ]),
      },
    ],
  };
}

export function errorPlot(id: string, shipped: Shipped | null, settings: Settings): PlotSpec {
  const { list } = methods[settings.method];
  const line = (set: string) =>
    list
      .slice(1)
      .map((own, i): [number, number] => [
        strengthOf(settings, i + 1),
        1 - (shipped?.card.metrics[`${set} accuracy at ${own}`] ?? Number.NaN),
      ]);
  return {
    id,
    title: 'Error along λ',
    description:
      'The share of wrong answers on the training digits and on held-out digits, for each strength.',
    x: { title: 'λ, logarithmic', kind: 'log' },
    y: { title: 'Share of wrong answers' },
    series: [
      { name: 'training', points: line('training') },
      { name: 'held-out', points: line('held-out') },
    ],
    marks: settings.member > 0 ? [{ x: strengthOf(settings), text: 'shown' }] : [],
  };
}
