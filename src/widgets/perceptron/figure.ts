/** The figure as it is before any script runs, on paper, and without JavaScript: computed by the same model. */

import { createSession } from '../../runtime/wasm.ts';
import { fieldMarkup, gridCount, gridPoints } from '../kit/field.ts';
import { formatNumber } from '../kit/number-format.ts';
import { framedMarkup, type Plane, pointsMarkup, size } from '../kit/plane.ts';
import { corners, ownStart, plane, presets } from './points.ts';
import { describeUnit } from './sentences.ts';
import { fields, type PerceptronSettings } from './settings.ts';
import { loadShipped } from './shipped.ts';

export const models = ['perceptron', 'adaline', 'xor-mlp'];
export { perceptronModel as schema } from './model.ts';

const cells = 48;
/** Another name for the clipping path than the live plot's, beside which it stays in the page. */
const still: Plane = { ...plane, id: 'perceptron-still' };

/**
 * The trained perceptron, its training points and its boundary as SVG; or the points and the starting weights that
 * a page asks for.
 * @param read a file of a model, by the model's id and the file's name
 * @throws Error if settings ask for what only the running figure can show
 */
export async function renderFigure(
  read: (id: string, file: string) => Promise<Uint8Array>,
  settings?: PerceptronSettings,
): Promise<string> {
  const json = async <T>(id: string, file: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await read(id, file)));
  const shipped = await loadShipped(json);
  const last = shipped.perceptron[shipped.perceptron.length - 1];
  const { points, unit } = settings ? chosen(settings) : { points: shipped.points, unit: last.unit };

  const session = await createSession(await read('perceptron', settings ? 'forward.onnx' : 'model.onnx'));
  const x = Float32Array.from([...gridPoints(still, cells), ...points.flatMap(({ at }) => at)]);
  const outputs = await session.run({
    x: session.upload([x.length / 2, 2], x),
    ...(settings && {
      weights: session.upload([2, 1], Float32Array.from(unit.weights)),
      bias: session.upload([1], Float32Array.of(unit.bias)),
    }),
  });
  const [sum, answer] = [await outputs.sum.read(), await outputs.answer.read()];
  session.dispose();

  const count = gridCount(cells);
  const right = points.filter(({ label }, i) => answer[count + i] === label).length;
  const title = settings ? `One unit and ${presets[settings.points]}` : 'A trained perceptron';
  const line = settings
    ? `A straight line has ${right} of them on the right side`
    : `The straight line that the perceptron has learned after ${last.mistakes} mistakes has ${right} of them on the right side`;
  const description =
    `${points.length} points in two classes. ${line}: discs, which want +1, in one half, and squares, ` +
    `which want −1, in the other. Its parameters are ${describeUnit(unit)}; both coordinates run from ` +
    `${formatNumber(plane.domain[0])} to ${formatNumber(plane.domain[1])}.`;
  return (
    `<svg class="plane" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="${still.id}-title ${still.id}-text">` +
    `<title id="${still.id}-title">${title}</title><desc id="${still.id}-text">${description}</desc>` +
    framedMarkup(
      still,
      fieldMarkup(still, sum.subarray(0, count), Number.EPSILON),
      pointsMarkup(
        still,
        points.map((point, i) => ({ ...point, right: answer[count + i] === point.label })),
      ),
    ) +
    '</svg>'
  );
}

/** Points and starting weights, without any training: that is what can be drawn without running the figure. */
function chosen({ points, from, steps, view, own }: PerceptronSettings) {
  if (points === 'separable' || steps > 0 || view !== 'unit' || own !== fields.own.start)
    throw new Error(
      'the drawing without script shows AND, OR or XOR with one unit, "points=xor&from=-0.5,1,1", and no steps',
    );
  return {
    points: points === 'own' ? [...ownStart] : corners[points],
    unit: { bias: from[0], weights: [from[1], from[2]] as const },
  };
}
