/** What the trained CIFAR-10 network wants to see: a step up the gradient of a class score, on the picture itself. */

import { gradients } from '../graph/autodiff.ts';
import { add, conv, div, mul, reduceMean, reduceSum, relu, sqrt, sub } from '../graph/ops/index.ts';
import { substitute } from '../graph/substitute.ts';
import { constant, graph, type Input, input, type StepGraph, type Value } from '../graph/value.ts';
import type { Random } from '../trainer/initializers/random.ts';
import { cifarColour, cifarShape } from './cifar-10.ts';
import { cifarLayers } from './cifar-layers.ts';

const { channels, height, width } = cifarShape;
const shape = [1, channels, height, width];

/** The mean colour of the training pictures: what the network sees as zero. */
export const meanColour = constant(cifarColour.mean, 'float32', [channels, 1, 1]);

/** Farthest that the picture is moved before the network looks at it, in pixels. */
export const farthest = 2;
const span = 2 * farthest + 1;

/** Each colour by itself through one kernel of odd size. */
const filtered = (x: Value, kernel: Value, padding: number): Value =>
  conv(x, kernel, undefined, { pads: [padding, padding, padding, padding], group: channels });

/** Three pixels, ¼ ½ ¼ along both axes. */
const blurKernel = constant(
  Array.from({ length: channels }, () => [1, 2, 1, 2, 4, 2, 1, 2, 1].map((one) => one / 16)).flat(),
  'float32',
  [channels, 1, 3, 3],
);

/**
 * One step of gradient ascent on the picture:
 *
 * x ← clip( blur( decay( x + η g / rms(g) ) ) ),  g = ∂ score / ∂x        [simonyan-2013; olah-2017]
 *
 * The score is the class's sum before softmax, of the picture moved by `shift`. Decay takes the picture towards
 * the mean colour, blur mixes it with its blurred self, clip keeps every number in 0 … 1.
 *
 * Carried: `x`. Fed: `target` (one-hot), `shift` (from `shiftKernel`), `stepSize`, `decay`, `blur` and the
 * network's parameters.
 */
export function ascentStep(): StepGraph {
  const x = input('x', shape);
  const target = input('target', [1, 10]);
  const shift = input('shift', [channels, 1, span, span]);
  const [stepSize, decay, blur] = ['stepSize', 'decay', 'blur'].map((name) => input(name, []));

  const layers = cifarLayers();
  const seen = inputOf(layers.probability);
  const moved = add(filtered(sub(x, meanColour), shift, farthest), meanColour);
  const onMoved = (value: Value) => substitute(value, new Map([[seen, moved]]));
  const score = reduceSum(mul(onMoved(layers['output.sum']), target));
  const [gradient] = gradients(score, [x]);

  const size = sqrt(reduceMean(mul(gradient, gradient), undefined));
  const climbed = add(x, mul(stepSize, div(gradient, add(size, 1e-12))));
  const centred = mul(sub(climbed, meanColour), sub(1, decay));
  const blurred = add(mul(centred, sub(1, blur)), mul(filtered(centred, blurKernel, 1), blur));
  const next = clipped(add(blurred, meanColour));
  return {
    ...graph('cifar-net-ascent', {
      'x.next': next,
      score,
      probability: onMoved(layers.probability),
      gradient,
      'gradient.size': size,
    }),
    carried: [{ from: x, to: 'x.next' }],
  };
}

/** The picture that a value of the network depends on. */
function inputOf(value: Value): Input {
  let one = value;
  while (one.kind === 'result') one = one.inputs[0];
  if (one.kind !== 'input') throw new RangeError('the network does not begin with its input');
  return one;
}

/** Into 0 … 1. */
const clipped = (x: Value): Value => sub(relu(x), relu(sub(x, 1)));

/** Kernels that move a picture down and right by whole pixels, −2 … 2; the mean colour moves in. */
export function shiftKernel(down: number, right: number): Float32Array {
  const kernels = new Float32Array(channels * span * span);
  for (let channel = 0; channel < channels; channel++)
    kernels[channel * span * span + (farthest - down) * span + (farthest - right)] = 1;
  return kernels;
}

/** A move of up to `by` pixels each way, drawn anew for each step. @param by 0 … 2 */
export const jitter = (random: Random, by: number): Float32Array =>
  shiftKernel(random.below(2 * by + 1) - by, random.below(2 * by + 1) - by);

/** Pictures to begin with: the mean colour, with noise of this deviation around it. */
export function noise(random: Random, deviation: number): Float32Array {
  const pixels = height * width;
  return Float32Array.from({ length: channels * pixels }, (_, i) => {
    const value = cifarColour.mean[Math.floor(i / pixels)] + deviation * random.normal();
    return Math.min(1, Math.max(0, value));
  });
}
