/** The curves of the figure's first comparison, drawn at build from what was recorded. */

import { legendMarkup } from '../kit/legend.ts';
import { plotMarkup } from '../kit/plot.ts';
import { seriesNumber } from '../kit/series.ts';
import { startSettings } from '../kit/settings.ts';
import { inTwoWidths } from '../kit/width.ts';
import { readRecorded, runNames, runs } from './curves.ts';
import { curvesOf, model, type State } from './model.ts';
import { plotOf } from './plot.ts';

export const models = runNames.map((name) => runs[name].model);

export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const json = async (id: string, file: string) => JSON.parse(new TextDecoder().decode(await read(id, file)));
  const state: State = { ...model.initial(startSettings(model)), recorded: await readRecorded(json) };
  const legend = legendMarkup(
    curvesOf(state).map(({ title }, i) => ({ name: title, number: seriesNumber(i) })),
  );
  return `${inTwoWidths((width) => plotMarkup(plotOf(state), width))}${legend}<p>${model.describe(state)}</p>`;
}
