/** The layers of the 2012 network, drawn at build from the graph that the trainer builds. */

import { startSettings } from '../kit/settings.ts';
import { model } from './model.ts';
import { legendMarkup, rowsMarkup } from './rows-markup.ts';

export const models: string[] = [];

export async function renderFigure(): Promise<string> {
  const { table } = model.initial(startSettings(model));
  const [pixels, ...rows] = rowsMarkup(table, ({ name }) => `<span class="layer-name">${name}</span>`);
  return (
    `<div class="layer-explorer">${legendMarkup(table)}<div class="layers">${pixels}` +
    `${rows.map((row) => `<div class="layer-row">${row}</div>`).join('')}</div></div>`
  );
}
