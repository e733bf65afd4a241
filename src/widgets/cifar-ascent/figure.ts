/** Two climbs towards a ship, computed at build by the same graph: with the gradient alone, and kept smooth. */

import { ascentStep } from '../../recipes/cifar-ascent-step.ts';
import { createSession } from '../../runtime/wasm.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import { colourPicture, pictureAddress } from '../kit/pixel-picture.ts';
import { startSettings } from '../kit/settings.ts';
import { framesFrom, stepsTo } from './climb.ts';
import { pictureMarkup } from './markup.ts';
import { model } from './model.ts';
import { percentText } from './sentences.ts';
import { type Climb, type Frame, plain } from './state.ts';

export const models = ['cifar-net'];

/** Steps after which a picture is shown. */
const shown = [0, 5, 15, 40];

type ReadModel = (id: string, file: string) => Promise<Uint8Array>;

export async function renderFigure(read: ReadModel): Promise<string> {
  const { climb } = model.initial(startSettings(model));
  const climbs = [
    ['Only the gradient', { ...climb, ...plain }],
    ['Moved, faded and blurred in each step', climb],
  ] as const;
  const frames = await framesOf(
    climbs.map(([, of]) => of),
    read,
  );
  const rows = climbs.map(([title, of], i) => {
    const items = shown.map((step) => {
      const { picture, probability } = frames[i][step];
      const words = `${step} steps: ship ${percentText(probability[of.target])}`;
      return `<li>${pictureMarkup(picture, `${title}, ${words}`)}<span>${words}</span></li>`;
    });
    return `<p>${title}</p><ul class="ascent-still" role="list">${items.join('')}</ul>`;
  });
  return `<div>${rows.join('')}</div>`;
}

/** Where the smooth climb begins, passes and arrives. */
export async function renderCover(read: ReadModel): Promise<string> {
  const [frames] = await framesOf([model.initial(startSettings(model)).climb], read);
  const steps = [shown[1], shown[shown.length - 1]];
  const pictures = steps.map(
    (step, i) =>
      `<image href="${pictureAddress(colourPicture(frames[step].picture))}" x="${34 * i}" width="32" height="32" style="image-rendering: pixelated"/>`,
  );
  return `<svg role="img" aria-label="A ship after ${steps.join(' and ')} steps" viewBox="0 0 66 32">${pictures.join('')}</svg>`;
}

/** The pictures after each step of some climbs, up to the last that is shown. */
async function framesOf(climbs: readonly Climb[], read: ReadModel): Promise<Frame[][]> {
  const session = await createSession(frozenGraph(ascentStep(), await read('cifar-net', 'model.onnx')));
  const all: Frame[][] = [];
  for (const of of climbs) {
    const { state, batches, keep } = stepsTo(of, [], Math.max(...shown) + 1);
    let x = state.x.data;
    const kept: Record<string, Float32Array>[] = [];
    for (const batch of batches) {
      const fed = Object.entries({ ...batch, x: { ...state.x, data: x } }).map(
        ([name, { shape, data }]) => [name, session.upload(shape, data)] as const,
      );
      const outputs = await session.run(Object.fromEntries(fed));
      const numbers: Record<string, Float32Array> = {};
      for (const name of keep) numbers[name] = Float32Array.from(await outputs[name].read());
      kept.push(numbers);
      x = numbers['x.next'];
    }
    all.push(framesFrom(of, [], kept));
  }
  session.dispose();
  return all;
}
