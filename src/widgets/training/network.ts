/** The network that is trained in the page, as the graphs that the figure runs. */

import type { Examples } from '../../datasets/dataset.ts';
import { mul } from '../../graph/ops/index.ts';
import { type Graph, graph, type StepGraph } from '../../graph/value.ts';
import spiralMlp, { arms, spiralSet } from '../../recipes/spiral-mlp.ts';
import { random } from '../../trainer/initializers/random.ts';
import { sgd } from '../../trainer/optimizers/sgd.ts';
import { nextOf, trainingStep } from '../../trainer/step.ts';
import type { Numbers } from '../kit/graph-runner.ts';

/** What the logarithm of the loss counts in: natural units, or doublings. */
export type Unit = 'nats' | 'bits';
export const perNat = { nats: 1, bits: 1 / Math.LN2 } as const;

export const classes = arms;
export const { training, heldOut } = spiralSet();
/** The class of each example, from 0. */
export const labelsOf = ({ count, target }: Examples): number[] =>
  Array.from({ length: count }, (_, i) => target.subarray(classes * i, classes * (i + 1)).indexOf(1));

const parameters = spiralMlp.build(1).parameters.map(({ name, shape }) => ({ name, shape }));
export const parameterNames = parameters.map(({ name }) => name);
export const parameterCount = parameters.reduce(
  (sum, { shape }) => sum + shape.reduce((product, length) => product * length, 1),
  0,
);
/** Outputs of a step that hold the parameters after it. */
export const nextNames = spiralMlp.build(1).parameters.map(nextOf);

/** The numbers that a fresh network starts with; biases are zero. */
export function freshNetwork(seed: number): Numbers {
  const weights = spiralMlp.initial(random(seed));
  return Object.fromEntries(
    parameters.map(({ name, shape }) => [
      name,
      weights[name] ?? new Float32Array(shape.reduce((product, length) => product * length, 1)),
    ]),
  );
}

const known = new Map<string, Graph>();
function once<G extends Graph>(key: string, make: () => G): G {
  const graphs = known as Map<string, G>;
  const made = graphs.get(key) ?? make();
  graphs.set(key, made);
  return made;
}

/** In nats and with the recipe's batch size, the step of the shipped step.onnx. */
export const stepOf = (batchSize: number, unit: Unit): StepGraph =>
  once(`step ${batchSize} ${unit}`, () => {
    const network = spiralMlp.build(batchSize);
    const { loss } = network.measures;
    return trainingStep({
      name: `${spiralMlp.id}-step`,
      batch: network.batch,
      parameters: network.parameters,
      loss: unit === 'nats' ? loss : mul(loss, perNat.bits),
      optimizer: sgd(),
    });
  });

/** Loss in nats, accuracy and probabilities of so many examples. */
export const judgeOf = (count: number): Graph =>
  once(`judge ${count}`, () => {
    const { measures, outputs } = spiralMlp.build(count);
    return graph('judge', { ...measures, ...outputs });
  });

/** Probabilities alone. */
export const answerOf = (count: number): Graph =>
  once(`answer ${count}`, () => graph('answer', spiralMlp.build(count).outputs));
