/** The figure as it is before any script runs, on paper, and without JavaScript: computed by the same model. */

import { createSession } from '../../runtime/wasm.ts';
import { fieldMarkup, gridCount, gridPoints } from '../kit/field.ts';
import { formatNumber } from '../kit/number-format.ts';
import {
  axesMarkup,
  clipMarkup,
  clipped,
  gridMarkup,
  horizontal,
  type Plane,
  short,
  size,
  symbolPath,
  symbolRadius,
  vertical,
} from '../kit/plane.ts';
import { plane } from './points.ts';
import { describeUnit } from './sentences.ts';
import { loadShipped } from './shipped.ts';

export const models = ['perceptron', 'adaline', 'xor-mlp'];

const cells = 48;
/** Another name for the clipping path than the live plot's, beside which it stays in the page. */
const still: Plane = { ...plane, id: 'perceptron-still' };

/**
 * The trained perceptron, its training points and its boundary as SVG.
 * @param read a file of a model, by the model's id and the file's name
 */
export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const json = async <T>(id: string, file: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await read(id, file)));
  const { points, perceptron } = await loadShipped(json);
  const session = await createSession(await read('perceptron', 'model.onnx'));
  const x = Float32Array.from([...gridPoints(still, cells), ...points.flatMap(({ at }) => at)]);
  const outputs = await session.run({ x: session.upload([x.length / 2, 2], x) });
  const [sum, answer] = [await outputs.sum.read(), await outputs.answer.read()];
  session.dispose();

  const count = gridCount(cells);
  const right = points.filter(({ label }, i) => answer[count + i] === label).length;
  const [horizontally, vertically] = [horizontal(still), vertical(still)];
  const symbols = points
    .map(
      ({ at, label }, i) =>
        `<g class="point" data-label="${label}" data-right="${answer[count + i] === label}" ` +
        `transform="translate(${short(horizontally(at[0]))} ${short(vertically(at[1]))})">` +
        `<path class="point-symbol" d="${symbolPath(label, symbolRadius(points.length))}"/></g>`,
    )
    .join('');
  const last = perceptron[perceptron.length - 1];
  const description =
    `${points.length} points in two classes. The straight line that the perceptron has learned after ` +
    `${last.mistakes} mistakes has ${right} of them on the right side: discs, which want +1, in one half, and squares, ` +
    `which want −1, in the other. Its parameters are ${describeUnit(last.unit)}; both coordinates run from ` +
    `${formatNumber(plane.domain[0])} to ${formatNumber(plane.domain[1])}.`;
  return (
    `<svg class="plane" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="${still.id}-title ${still.id}-text">` +
    `<title id="${still.id}-title">A trained perceptron</title><desc id="${still.id}-text">${description}</desc>` +
    `<defs>${clipMarkup(still)}</defs>` +
    `<g ${clipped(still)}>${fieldMarkup(still, sum.subarray(0, count), Number.EPSILON)}</g>` +
    `${gridMarkup(still)}${axesMarkup(still)}${symbols}</svg>`
  );
}
