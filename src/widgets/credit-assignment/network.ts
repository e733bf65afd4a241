/** The XOR network learning in two ways, as graphs: by its output unit alone, and by all its units. */

import { sizeOf } from '../../graph/shape.ts';
import { type Graph, graph, type StepGraph } from '../../graph/value.ts';
import xorMlp from '../../recipes/xor-mlp.ts';
import { random } from '../../trainer/initializers/random.ts';
import { nextOf, trainingStep } from '../../trainer/step.ts';
import type { Numbers } from '../kit/graph-runner.ts';

/** Who changes its weights. */
export const learners = {
  output: { title: 'Output unit alone', number: 2 },
  all: { title: 'All units', number: 1 },
} as const;
export type LearnerName = keyof typeof learners;
export const learnerNames = Object.keys(learners) as LearnerName[];

/** The four points, which are all there are. */
export const points = xorMlp.data.load().training;

const network = xorMlp.build(points.count);
const isHidden = ({ name }: { readonly name: string }): boolean => name.startsWith('hidden.');

export const parameters = network.parameters.map(({ name, shape }) => ({
  name,
  shape,
  hidden: isHidden({ name }),
}));

/** Names of the parameters that a learner changes. */
export const learned: Readonly<Record<LearnerName, readonly string[]>> = {
  output: parameters.filter(({ hidden }) => !hidden).map(({ name }) => name),
  all: parameters.map(({ name }) => name),
};

const stepWith = (name: string, changes: (parameter: { readonly name: string }) => boolean): StepGraph =>
  trainingStep({
    name,
    // What nobody changes is fed like data.
    batch: [...network.batch, ...network.parameters.filter((one) => !changes(one))],
    parameters: network.parameters.filter(changes),
    loss: network.measures.loss,
    optimizer: xorMlp.learning.optimizer,
  });

/** The second is the step of the shipped step.onnx. */
export const steps: Readonly<Record<LearnerName, StepGraph>> = {
  output: stepWith('xor-output-step', (one) => !isHidden(one)),
  all: stepWith('xor-mlp-step', () => true),
};

export const nextNames = Object.fromEntries(network.parameters.map((one) => [one.name, nextOf(one)]));

export const answer: Graph = graph('xor-answer', { probability: network.outputs.probability });

/** What both learners start from; biases are zero. */
export function freshNetwork(seed: number): Numbers {
  const weights: Numbers = xorMlp.initial(random(seed));
  return Object.fromEntries(
    parameters.map(({ name, shape }) => [name, weights[name] ?? new Float32Array(sizeOf(shape))]),
  );
}
