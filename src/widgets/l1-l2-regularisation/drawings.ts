/** The drawings of the figure of penalties: the same at build time and in the page. */

import { pixels } from '../../recipes/penalty-network.ts';
import { heatLegendMarkup } from '../kit/heat-legend.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { Place, PlotSpec } from '../kit/plot.ts';
import { smallMultiplesMarkup } from '../kit/small-multiples.ts';
import {
  countOf,
  inkedWeights,
  type Measure,
  type MethodName,
  measured,
  methodNames,
  methods,
  nearness,
  type Settings,
  type Shipped,
  strengthOf,
  weightsOf,
} from './state.ts';

export type Trained = Readonly<Record<MethodName, Shipped>> | null;

/** The weights of each digit as a picture, on one scale; or only which of them are not zero. */
export const picturesMarkup = (id: string, shipped: Shipped, settings: Settings): string =>
  `<div class="penalty-pictures">${mapsMarkup(id, shipped, settings)}</div>`;

function mapsMarkup(id: string, { weights }: Shipped, settings: Settings): string {
  const { member, pictures } = settings;
  const own = weightsOf(weights, member);
  const isMap = pictures === 'zeros';
  const maps = Array.from({ length: 10 }, (_, digit) => ({
    title: String(digit),
    grid: {
      rows: 28,
      columns: 28,
      values: Array.from({ length: pixels }, (_, pixel) => {
        const weight = own[10 * pixel + digit];
        return isMap ? Number(weight !== 0) : weight;
      }),
    },
  }));
  if (isMap)
    return (
      smallMultiplesMarkup({ id, maps, shades: 'ink', range: [0, 2] }) +
      '<p class="penalty-key">Grey: the weight is not zero. Blank: it is exactly zero.</p>'
    );
  const most = strongShade(inkedWeights(weights, member));
  return (
    smallMultiplesMarkup({ id, maps, shades: 'diverging', range: [-most, most] }) +
    heatLegendMarkup('diverging', [-most, most], 'Weight of the pixel; the ends stand for all beyond')
  );
}

/** So large that one weight in fifty of those that are not near zero is larger. */
function strongShade(weights: Float32Array): number {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > nearness)
    .sort();
  return sizes.length > 0 ? Number(sizes[Math.floor(0.98 * (sizes.length - 1))].toPrecision(2)) : 1;
}

const bins = 40;
/** Ends of the histogram. */
const edges = { all: 1, zero: nearness } as const;

export function histogram(id: string, trained: Trained, settings: Settings): PlotSpec {
  const { method, member, range } = settings;
  const edge = edges[range];
  const counts = new Array<number>(bins + 1).fill(0);
  let [zero, beyond] = [0, 0];
  const weights = trained ? inkedWeights(trained[method].weights, member) : [];
  for (const weight of weights) {
    const place = Math.round(((weight + edge) / (2 * edge)) * bins);
    if (weight === 0) zero++;
    else if (range === 'zero' && (place < 0 || place > bins)) beyond++;
    else counts[Math.min(bins, Math.max(0, place))]++;
  }
  const left = range === 'zero' ? ` ${beyond} weights lie beyond.` : ' Larger ones are counted at the ends.';
  return {
    id,
    title: `Weights at λ = ${formatNumber(strengthOf(settings))}`,
    description: `How many weights have which size, from −${edge} to ${edge}, on a logarithmic scale; ${zero} are exactly zero.${left}`,
    x: { title: 'Weight', domain: [-edge * 1.03, edge * 1.03] },
    y: { title: 'Number of weights, logarithmic', kind: 'log', domain: [0.7, 10_000] },
    series: [
      // The taller of the two bars at zero stands behind.
      {
        name: 'exactly zero',
        as: 'bars' as const,
        number: 2 as const,
        points: zero > 0 ? [[0, zero] as const] : [],
      },
      {
        name: 'not zero',
        as: 'bars' as const,
        number: 1 as const,
        points: counts.flatMap((count, i): Place[] =>
          count > 0 ? [[Number((((i - bins / 2) * 2 * edge) / bins).toPrecision(6)), count]] : [],
        ),
      },
    ],
  };
}

const inWords = {
  accuracy: { title: 'Error along λ', axis: 'Share of wrong answers', of: (right: number) => 1 - right },
  loss: { title: 'Loss along λ', axis: 'Cross-entropy in nats', of: (loss: number) => loss },
} as const;

/** The price on the training digits and what it buys on others. */
export function curvePlot(measure: Measure, id: string, trained: Trained, settings: Settings): PlotSpec {
  const { method, member } = settings;
  const { title, axis, of } = inWords[measure];
  const value = (set: 'training' | 'held-out', at: number) =>
    trained ? of(measured(trained[method], method, set, measure, at)) : Number.NaN;
  const line = (set: 'training' | 'held-out') =>
    methods[method].list.slice(1).map((_, i): Place => [strengthOf(settings, i + 1), value(set, i + 1)]);
  return {
    id,
    title,
    description: `${axis} of ${methods[method].title} on the training digits and on held-out digits, for each strength; the dotted line is held-out without a penalty.`,
    x: { title: 'λ, logarithmic', kind: 'log' },
    y: { title: axis },
    series: [
      { name: 'training', points: line('training') },
      { name: 'held-out', points: line('held-out') },
    ],
    marks: [
      ...(trained ? [{ y: value('held-out', 0), text: 'held-out, no penalty' }] : []),
      ...(member > 0 ? [{ x: strengthOf(settings), text: 'shown' }] : []),
    ],
  };
}

/** Exact zeros against near ones, for all three methods. */
export function zerosPlot(id: string, trained: Trained, settings: Settings): PlotSpec {
  const line = (method: MethodName, which: 'zero' | 'near') =>
    methods[method].list.slice(1).map((_, i): Place => {
      if (!trained) return [strengthOf({ ...settings, method }, i + 1), Number.NaN];
      const count = countOf(trained[method].weights, i + 1);
      return [strengthOf({ ...settings, method }, i + 1), count[which] / count.inked];
    });
  return {
    id,
    title: 'Zeros along λ',
    description: `The share of weights that are exactly zero, or not zero but nearer to it than ${nearness}, in each method.`,
    x: { title: 'λ, logarithmic', kind: 'log' },
    y: { title: 'Share of the weights', domain: [0, 1] },
    series: [
      { name: 'proximal: zero', points: line('proximal', 'zero'), number: 2 },
      ...methodNames
        .filter((method) => method !== 'proximal')
        .map((method) => ({
          name: `${method === 'l2' ? 'L2' : method}: near zero`,
          points: line(method, 'near'),
          number: ({ subgradient: 1, l2: 3 } as const)[method],
        })),
      { name: 'subgradient, L2: zero', points: line('subgradient', 'zero'), number: 4 },
    ],
  };
}
