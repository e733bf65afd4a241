/** The recorded training of a model as plots: one for what is called a loss, one for shares of right answers. */

import type { z } from 'zod';
import type { trainingHistory } from '../../recipes/model-card.ts';
import type { PlotSpec } from '../../widgets/kit/plot.ts';

type History = z.infer<typeof trainingHistory>;

/** @returns none for what the run did not record at two moments or more */
export function curvePlots({ steps, curves }: History, model: string): PlotSpec[] {
  if (steps.length < 2) return [];
  const named = (pattern: RegExp) => told(Object.entries(curves).filter(([name]) => pattern.test(name)));
  const x = { title: 'training steps' };
  const plots = [
    { what: 'loss', title: 'loss', curves: named(/loss/) },
    { what: 'accuracy', title: 'share of right answers', curves: named(/accuracy/) },
    { what: 'mistakes', title: 'mistakes so far', curves: named(/^mistakes$/) },
  ];
  return plots
    .filter((plot) => plot.curves.length > 0)
    .map((plot) => ({
      id: `curve-${plot.what}`,
      title: `The ${plot.title} of ${model} while it was trained`,
      description: plot.curves
        .map(([name, values]) => `${name}: from ${short(values[0])} to ${short(values.at(-1) ?? Number.NaN)}`)
        .join('; ')
        .concat(` over ${steps.at(-1)} steps.`),
      x,
      y: { title: plot.title },
      series: plot.curves.map(([name, values]) => ({
        name: name === 'loss' ? 'training loss' : name,
        points: values.map((value, i) => [steps[i], value] as const),
      })),
    }));
}

/** More curves than there are colours would take turns with them: then those over all settings, without each alone. */
const told = <T>(curves: [string, T][]): [string, T][] =>
  curves.length <= seriesCount ? curves : curves.filter(([name]) => !name.includes(' at '));

const seriesCount = 6;

const short = (value: number): string => String(Number(value.toPrecision(3)));
