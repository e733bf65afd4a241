/** The figure's questions to its graphs, and their answers as the state holds them. */

import { learningRateName } from '../../trainer/step.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import {
  answer,
  freshNetwork,
  type LearnerName,
  learned,
  learnerNames,
  nextNames,
  points,
  steps,
} from './network.ts';
import type { Moment, State, Step } from './state.ts';

/** Steps from one drawing to the next while the figure catches up. */
const stride = 50;

/** The next moments of both learners, up to the one that is asked for, but not more than a few at a time. */
export async function nextMoments(
  runner: GraphRunner,
  { course, moments, position }: State,
): Promise<Moment[]> {
  const latest = moments.at(-1);
  const count = Math.min(stride, position + 1 - moments.length);
  const fresh = latest ? null : freshNetwork(course.seed);
  const runs = {} as Record<LearnerName, Step[]>;
  for (const name of learnerNames) {
    const from = latest ? latest[name].after : (fresh as Numbers);
    runs[name] = await takeSteps(runner, name, from, course.rate, count);
  }
  return Array.from({ length: count }, (_, i) => ({ output: runs.output[i], all: runs.all[i] }));
}

async function takeSteps(
  runner: GraphRunner,
  learner: LearnerName,
  from: Numbers,
  rate: number,
  count: number,
): Promise<Step[]> {
  const changed = learned[learner];
  const batch = { x: points.x, target: points.target, [learningRateName]: Float32Array.of(rate), ...from };
  const records = await runner.steps(steps[learner], {
    initial: from,
    batches: new Array<Numbers>(count).fill(batch),
    keep: ['loss', ...changed.map((name) => nextNames[name])],
  });
  let before = from;
  return records.map((record) => {
    const after = {
      ...before,
      ...Object.fromEntries(changed.map((name) => [name, record[nextNames[name]]])),
    };
    const step = { loss: record.loss[0], before, after };
    before = after;
    return step;
  });
}

/** What both learners answer at a moment. */
export async function answersAt(runner: GraphRunner, of: Moment): Promise<NonNullable<State['answers']>> {
  const ask = async (name: LearnerName) =>
    (await runner.run(answer, { x: points.x, ...of[name].before })).probability;
  return { of, output: await ask('output'), all: await ask('all') };
}
