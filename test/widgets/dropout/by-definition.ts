/** The network and its dropout in plain loops, as a second opinion on what graphs compute. */

import { random } from '../../../src/trainer/initializers/random.ts';
import { dropoutMask } from '../../../src/trainer/layers/dropout.ts';

type Parameters = Readonly<Record<string, { readonly data: ArrayLike<number> }>>;

const [pixels, hidden, classes] = [784, 128, 10];
/** Of the pixels of the training digits, to four digits, as the model normalises them. */
const [mean, deviation] = [0.1307, 0.3081];

/** What the hidden units answer. */
export function hiddenOf(parameters: Parameters, picture: ArrayLike<number>): number[] {
  const { data: weights } = parameters['hidden.weights'];
  const { data: bias } = parameters['hidden.bias'];
  return Array.from({ length: hidden }, (_, unit) => {
    let sum = bias[unit];
    for (let i = 0; i < pixels; i++) sum += ((picture[i] - mean) / deviation) * weights[i * hidden + unit];
    return Math.max(0, sum);
  });
}

export function scoresOf(parameters: Parameters, units: readonly number[]): number[] {
  const { data: weights } = parameters['output.weights'];
  const { data: bias } = parameters['output.bias'];
  return Array.from({ length: classes }, (_, c) =>
    units.reduce((sum, value, unit) => sum + value * weights[unit * classes + c], bias[c]),
  );
}

export function softmax(scores: readonly number[]): number[] {
  const parts = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = parts.reduce((a, b) => a + b);
  return parts.map((part) => part / sum);
}

/** The answers under the first `count` of 256 masks, and of the whole network. */
export function crowd(
  parameters: Parameters,
  picture: ArrayLike<number>,
  { rate, seed, count }: { readonly rate: number; readonly seed: number; readonly count: number },
) {
  const units = hiddenOf(parameters, picture);
  const masks = dropoutMask([256, hidden], rate, random(seed));
  const scores = Array.from({ length: count }, (_, m) =>
    scoresOf(
      parameters,
      units.map((value, unit) => (value * masks[m * hidden + unit]) / (1 - rate)),
    ),
  );
  const meanOf = (rows: readonly (readonly number[])[]) =>
    Array.from({ length: classes }, (_, c) => rows.reduce((sum, row) => sum + row[c], 0) / rows.length);
  return {
    whole: softmax(scoresOf(parameters, units)),
    single: scores.map(softmax),
    mean: meanOf(scores.map(softmax)),
    geometric: softmax(meanOf(scores)),
  };
}

/** Units by the length of their incoming times the length of their outgoing weights, the strongest first. */
export function byStrength(parameters: Parameters): number[] {
  const square = (data: ArrayLike<number>, at: (i: number) => number, count: number) =>
    Array.from({ length: count }, (_, i) => data[at(i)] ** 2).reduce((a, b) => a + b);
  const strength = Array.from({ length: hidden }, (_, unit) =>
    Math.sqrt(
      square(parameters['hidden.weights'].data, (i) => i * hidden + unit, pixels) *
        square(parameters['output.weights'].data, (c) => unit * classes + c, classes),
    ),
  );
  return strength.map((_, unit) => unit).sort((a, b) => strength[b] - strength[a]);
}

/** Share of the pictures whose true class has the highest score. @param keep whether a unit stays */
export function shareRight(
  parameters: Parameters,
  pictures: { readonly x: Float32Array; readonly labels: readonly number[] },
  keep: (unit: number) => boolean,
): number {
  const right = pictures.labels.filter((label, i) => {
    const units = hiddenOf(parameters, pictures.x.subarray(i * pixels, (i + 1) * pixels));
    const scores = scoresOf(
      parameters,
      units.map((value, unit) => (keep(unit) ? value : 0)),
    );
    return scores.indexOf(Math.max(...scores)) === label;
  });
  return right.length / pictures.labels.length;
}
