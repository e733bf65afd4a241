import { gradients } from '../graph/autodiff.ts';
import { add, conv, div, mul, reduceMean, reduceSum, relu, sqrt, sub } from '../graph/ops/index.ts';
import { substitute } from '../graph/substitute.ts';
import { constant, graph, input, type StepGraph, type Value } from '../graph/value.ts';
import { cifarShape } from './cifar-10.ts';
import { farthest, meanColour, span } from './cifar-ascent.ts';
import { cifarLayers, pathTo } from './cifar-layers.ts';

const { channels, height, width } = cifarShape;

/**
 * One step of gradient ascent on a picture, towards a higher score of a class:
 *
 * x ← clip( blur( decay( x + η g / rms(g) ) ) ),  g = ∂ score / ∂x        [simonyan-2013; olah-2017]
 *
 * The score is the class's sum before softmax, for the picture moved by `shift`. Decay takes the picture towards
 * the mean colour, blur mixes it with its blurred self, clip keeps every number in 0 … 1.
 *
 * Carried: `x`. Fed: `target` (one-hot), `shift` (from `shiftKernel`), `stepSize` η, `decay` and `blur`, both
 * 0 … 1, and the network's parameters.
 */
export function ascentStep(): StepGraph {
  const x = input('x', [1, channels, height, width]);
  const target = input('target', [1, 10]);
  const shift = input('shift', [channels, 1, span, span]);
  const [stepSize, decay, blur] = ['stepSize', 'decay', 'blur'].map((name) => input(name, []));

  const layers = cifarLayers();
  const [pixels] = pathTo(layers.probability)[0].inputs;
  const moved = add(filtered(sub(x, meanColour), shift, farthest), meanColour);
  const onMoved = (value: Value) => substitute(value, new Map([[pixels, moved]]));
  const score = reduceSum(mul(onMoved(layers['output.sum']), target));
  const [gradient] = gradients(score, [x]);

  const size = sqrt(reduceMean(mul(gradient, gradient)));
  const climbed = add(x, mul(stepSize, div(gradient, add(size, 1e-12))));
  const faded = mul(sub(climbed, meanColour), sub(1, decay));
  const blurred = add(mul(faded, sub(1, blur)), mul(filtered(faded, blurKernel, 1), blur));
  const outputs = {
    'x.next': clipped(add(blurred, meanColour)),
    score,
    probability: onMoved(layers.probability),
    gradient,
    'gradient.size': size,
  };
  return { ...graph('cifar-net-ascent', outputs), carried: [{ from: x, to: 'x.next' }] };
}

/** Each colour by itself through one kernel of odd size. */
const filtered = (x: Value, kernel: Value, padding: number): Value =>
  conv(x, kernel, undefined, { pads: [padding, padding, padding, padding], group: channels });

/** ¼ ½ ¼ along both axes. */
const blurKernel = constant(
  Array.from({ length: channels }, () => [1, 2, 1, 2, 4, 2, 1, 2, 1].map((one) => one / 16)).flat(),
  'float32',
  [channels, 1, 3, 3],
);

/** Into 0 … 1. */
const clipped = (x: Value): Value => sub(relu(x), relu(sub(x, 1)));
