/** Starts the figure of recorded trainings. It runs no model: it shows what was recorded when they were trained. */

import type { WidgetContext } from '../kit/host.ts';
import { walkingFigure } from '../kit/walking-figure.ts';
import { readRecorded } from './curves.ts';
import { curvesOf, model } from './model.ts';
import { parts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  const figure = walkingFigure({
    context,
    model,
    parts,
    played: (playing) => ({ kind: 'play', playing }) as const,
    walk: () => ({ kind: 'walk' }) as const,
    attributes: (state) => {
      const [first, second] = curvesOf(state);
      return {
        'data-compare': state.comparison,
        'data-measure': state.measure,
        'data-epoch': state.epoch,
        'data-first': first?.reached ?? null,
        'data-second': second?.reached ?? null,
      };
    },
  });
  figure.dispatch({ kind: 'loaded', recorded: await readRecorded(figure.engine.json) });
}
