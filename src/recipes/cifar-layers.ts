/** The trained CIFAR-10 network opened up: what each of its layers answers, from the graph that was trained. */

import { type Graph, graph, type Result, type Value } from '../graph/value.ts';
import cifarNet from './cifar-net.ts';

export const cifarClasses = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** What an operator on the way from picture to probability is called within its layer. */
const steps: Readonly<Record<string, string>> = {
  Conv: 'convolution',
  MaxPool: 'pooling',
  Relu: 'relu',
  Tanh: 'tanh',
  Mul: 'normalization',
  Add: 'sum',
};

/** The operators on the way from `x`, in order: every one takes the one before it as its first input. */
export function pathTo(value: Value): Result[] {
  const path: Result[] = [];
  for (let one = value; one.kind === 'result'; one = one.inputs[0]) path.unshift(one);
  return path;
}

/**
 * Every layer's answer by name, such as `conv1.convolution`, `conv1.relu` or `output.sum`; `pixels` are the
 * pictures as normalised, `probability` what the network says.
 *
 * @param pictures how many at once
 */
export function cifarLayers(pictures = 1): Readonly<Record<string, Value>> {
  const { probability } = cifarNet.build(pictures).outputs;
  const layers: Record<string, Value> = {};
  let layer = '';
  for (const one of pathTo(probability)) {
    const weights = one.inputs[1];
    if (weights?.kind === 'input') layer = weights.name.split('.')[0];
    const step = steps[one.op.name];
    if (one.op.name === 'Div') layers.pixels = one;
    else if (step && layer) layers[`${layer}.${step}`] = one;
  }
  return { ...layers, probability };
}

/** All layers' answers as one graph. Its parameters are inputs; `encodeModel` freezes them. */
export const inspectedCifarNet = (pictures = 1): Graph => graph('cifar-net-layers', cifarLayers(pictures));
