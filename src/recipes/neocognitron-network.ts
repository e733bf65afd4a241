/** A neocognitron of two stages for letters, and which of its planes stands for which letter. */

import type { Examples } from '../datasets/dataset.ts';
import { letters, squareSide } from '../datasets/letters.ts';
import { evaluate } from '../graph/evaluate.ts';
import { flatten, matmul, reduceMax, reduceMean, sub } from '../graph/ops/index.ts';
import { graph, type Input, input, type StepGraph, type Value } from '../graph/value.ts';
import { competitiveLearning, type SLayerInput } from '../trainer/self-organisation/competitive-learning.ts';
import { neocognitron, type Stage } from '../trainer/self-organisation/neocognitron.ts';
import { classifierMeasures } from './classifier.ts';
import type { Network, Numbers } from './recipe.ts';

const planes = 6;

export const stages: readonly Stage[] = [
  {
    features: { planes: 16, size: 3, padding: 1, selectivity: 4, column: 5 },
    pooling: { size: 5, stride: 2, padding: 2 },
  },
  { features: { planes, size: 5, padding: 2, selectivity: 3, column: 6 }, pooling: { size: 5 } },
];

export const stageLines: readonly string[] = [
  ...stages.flatMap(({ features, pooling: { size, stride } }, s) => [
    `stage ${s + 1}: ${features.planes} planes of S-cells, fields of ${features.size} × ${features.size}`,
    `stage ${s + 1}: as many planes of C-cells, areas of ${size} × ${size}${stride ? ', one for every other place' : ''}`,
  ]),
  `the strongest C-cell of each of the ${planes} planes, and which plane stands for which letter`,
];

export const imageShape: SLayerInput = [1, squareSide, squareSide];

/** What stands for what, 1 or 0, shape [planes, letters]: no part of the organisation. */
const namesName = 'names';

/** The strongest answer of each plane of the last stage, shape [N, planes]. */
function strongest(x: Value): { readonly answers: Value; readonly parameters: readonly Input[] } {
  const { answers, parameters } = neocognitron(x, stages);
  return { answers: flatten(reduceMax(answers, [2, 3])), parameters };
}

export function letterNetwork(size: number): Network {
  const x = input('x', [size, ...imageShape]);
  const target = input('target', [size, letters.length]);
  const { answers, parameters } = strongest(x);
  const names = input(namesName, [planes, letters.length]);
  const answer = matmul(answers, names);
  return {
    batch: [x, target],
    parameters: [...parameters, names],
    outputs: { planes: answers, answer },
    measures: {
      loss: sub(1, reduceMean(reduceMax(answers, [1]))),
      accuracy: classifierMeasures(answer, target).accuracy,
    },
  };
}

/**
 * The network's parameters: what it has learnt, and the plane of each letter, the one that answers it most strongly.
 * @param shown each letter once
 */
export function withNames(learnt: Numbers, shown: Examples): Numbers {
  const { answers } = strongest(input('x', [shown.count, ...imageShape]));
  const { data } = evaluate(graph('planes', { answers }), { ...learnt, x: shown.x }).answers;
  const names = new Float32Array(planes * letters.length);
  for (let i = 0; i < shown.count; i++) {
    const row = Array.from(data.subarray(i * planes, (i + 1) * planes));
    const letter = shown.target.indexOf(1, i * letters.length) - i * letters.length;
    names[row.indexOf(Math.max(...row)) * letters.length + letter] = 1;
  }
  return { ...learnt, [namesName]: names };
}

/** One image's lesson for each stage, by the name of the file. */
export function stageSteps(): Record<string, StepGraph> {
  let image: Value = input('x', [1, ...imageShape]);
  return Object.fromEntries(
    stages.map((stage, s) => {
      const [, channels, height, width] = image.shape;
      const step = competitiveLearning([channels, height, width], stage.features);
      image = neocognitron(image, [stage]).answers;
      return [`stage${s + 1}-step.onnx`, { ...step, name: `neocognitron-stage${s + 1}-step` }];
    }),
  );
}
