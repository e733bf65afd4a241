/** The figure's questions to its graphs, and their answers as the state holds them. */

import type { Examples } from '../../datasets/dataset.ts';
import spiralMlp from '../../recipes/spiral-mlp.ts';
import { random } from '../../trainer/initializers/random.ts';
import { learningRateName } from '../../trainer/step.ts';
import { gridCount, gridPoints } from '../kit/field.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { plane } from './markup.ts';
import {
  answerOf,
  freshNetwork,
  heldOut,
  judgeOf,
  nextNames,
  parameterNames,
  stepOf,
  training,
} from './network.ts';
import { type Judged, type Moment, type State, untrainedCount } from './state.ts';

/** Cells along a side of the decision field. */
export const cells = 40;

async function judge(runner: GraphRunner, { count, x, target }: Examples, parameters: Numbers) {
  const answer = await runner.run(judgeOf(count), { x, target, ...parameters });
  const judged: Judged = { loss: answer.loss[0], accuracy: answer.accuracy[0] };
  return { judged, probabilities: answer.probabilities };
}

async function momentAt(runner: GraphRunner, parameters: Numbers): Promise<Moment> {
  const { judged, probabilities } = await judge(runner, training, parameters);
  const { judged: unseen } = await judge(runner, heldOut, parameters);
  return { parameters, training: judged, heldOut: unseen, probabilities };
}

/** The untrained network, or the network after one more epoch than there are. */
export async function nextMoment(runner: GraphRunner, { course, moments }: State): Promise<Moment> {
  const latest = moments.at(-1);
  if (!latest) return momentAt(runner, freshNetwork(course.seed));
  const { batchSize, learningRate, seed, unit } = course;
  // The recipe's own way of dealing out the examples; the first epoch is number 1.
  const batches = spiralMlp.epoch(training, batchSize, random(seed + moments.length));
  const records = await runner.steps(stepOf(batchSize, unit), {
    initial: latest.parameters,
    batches: Array.from(batches, (batch) => ({
      ...batch,
      [learningRateName]: Float32Array.of(learningRate),
    })),
    keep: nextNames,
  });
  const last = records[records.length - 1];
  return momentAt(runner, Object.fromEntries(parameterNames.map((name, i) => [name, last[nextNames[i]]])));
}

/** What networks answer that nobody has trained: one for each seed from 1. */
export async function judgeUntrained(runner: GraphRunner): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (let seed = 1; seed <= untrainedCount; seed++)
    judged.push((await judge(runner, training, freshNetwork(seed))).judged);
  return judged;
}

/** Probabilities of the classes over the plane's grid. */
export async function measureField(runner: GraphRunner, parameters: Numbers): Promise<Float32Array> {
  const answer = await runner.run(answerOf(gridCount(cells)), { x: gridPoints(plane, cells), ...parameters });
  return answer.probabilities;
}
