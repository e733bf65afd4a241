/** Starts the layer explorer. It runs no model: all its numbers are counted on a graph. */

import type { WidgetContext } from '../kit/host.ts';
import { runFigure } from '../kit/run-figure.ts';
import { model, rowOf } from './model.ts';
import { parts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  runFigure({
    context,
    model,
    parts,
    attributes: (state) => ({
      'data-network': state.network,
      'data-picture': state.picture,
      'data-layer': state.layer,
      'data-parameters': state.table.parameters,
      'data-work': state.table.work,
      'data-layer-parameters': rowOf(state).parameters,
    }),
  });
}
