/** The curves of the trainings with ReLU and with tanh, drawn at build from what was recorded. */

import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { seriesNumber } from '../kit/series.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { type Histories, runNames, runs } from './curves.ts';
import { curvesOf, model, type State } from './model.ts';
import { plotOf } from './plot.ts';

export const models = runNames.map((name) => runs[name].model);

export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const json = async <T>(id: string, file: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await read(id, file)));
  const all = await Promise.all(
    runNames.map(
      async (name) => [name, await json<TrainingHistory>(runs[name].model, 'history.json')] as const,
    ),
  );
  const state: State = {
    ...model.initial(startSettings(model)),
    loaded: {
      histories: Object.fromEntries(all) as Histories,
      card: await json<ModelCard>(runs.relu.model, 'card.json'),
    },
  };
  const legend = legendMarkup(
    curvesOf(state).map(({ title }, i) => ({ name: title, number: seriesNumber(i) })),
  );
  return `${inTwoWidths((width) => plotMarkup(plotOf(state), width))}${legend}<p>${model.describe(state)}</p>`;
}
