/** Two climbs towards a ship, computed at build by the same graph: with the gradient alone, and kept smooth. */

import { ascentStep } from '../../recipes/cifar-ascent-step.ts';
import { createSession } from '../../runtime/wasm.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import { startSettings } from '../kit/settings.ts';
import { framesFrom, stepsTo } from './climb.ts';
import { pictureMarkup } from './markup.ts';
import { model } from './model.ts';
import { percentText } from './sentences.ts';
import { type Climb, type Frame, plain } from './state.ts';

export const models = ['cifar-net'];

/** Steps after which a picture is shown. */
const shown = [0, 5, 15, 40];

export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const { climb } = model.initial(startSettings(model));
  const session = await createSession(frozenGraph(ascentStep(), await read('cifar-net', 'model.onnx')));

  async function framesOf(of: Climb): Promise<Frame[]> {
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
    return framesFrom(of, [], kept);
  }

  const rows: string[] = [];
  for (const [title, of] of [
    ['Only the gradient', { ...climb, ...plain }],
    ['Moved, faded and blurred in each step', climb],
  ] as const) {
    const frames = await framesOf(of);
    const items = shown.map((step) => {
      const { picture, probability } = frames[step];
      const words = `${step} steps: ship ${percentText(probability[of.target])}`;
      return `<li>${pictureMarkup(picture, `${title}, ${words}`)}<span>${words}</span></li>`;
    });
    rows.push(`<p>${title}</p><ul class="ascent-still" role="list">${items.join('')}</ul>`);
  }
  session.dispose();
  return `<div>${rows.join('')}</div>`;
}
