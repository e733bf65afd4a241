/** The layers of the 2012 network, drawn at build from the graph that the trainer builds. */

import { startSettings } from '../kit/settings.ts';
import { model } from './model.ts';
import { legendMarkup, rowsMarkup } from './rows-markup.ts';
import { towerDrawings, towerSize } from './tower.ts';

export const models: string[] = [];

export async function renderFigure(): Promise<string> {
  const { table } = model.initial(startSettings(model));
  const [pixels, ...rows] = rowsMarkup(table, ({ name }) => `<span class="layer-name">${name}</span>`);
  return (
    `<div class="layer-explorer">${legendMarkup(table)}<div class="layers">${pixels}` +
    `${rows.map((row) => `<div class="layer-row">${row}</div>`).join('')}</div></div>`
  );
}

/** The towers lying on their side, from the picture on the left to the last layer. */
export async function renderCover(): Promise<string> {
  const { width: across, height: each } = towerSize;
  const towers = towerDrawings(model.initial(startSettings(model)).table);
  const placed = towers.map((tower, i) =>
    tower.replace('<svg ', `<svg y="${i * each}" width="${across}" height="${each}" `),
  );
  return (
    `<svg role="img" aria-label="The layers of AlexNet" viewBox="0 0 ${towers.length * each} ${across}">` +
    `<g transform="translate(0 ${across}) rotate(-90)">${placed.join('')}</g></svg>`
  );
}
