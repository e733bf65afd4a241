/** Starts the timeline. It runs no model; all it knows is in content/timeline.json. */

import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { model, placeOf, visibleEvents } from './model.ts';
import { parts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  runFigure({
    context,
    model,
    parts,
    attributes: (state) => ({
      'data-event': state.event,
      'data-place': placeOf(state) + 1,
      'data-events': visibleEvents(state).length,
      'data-shown': state.shown.join(' '),
    }),
  });
}
