/** What the figure asks about the landscape and the walker's place, and the answers as the state holds them. */

import { graph } from '../../graph/value.ts';
import { twoParameterNetwork } from '../../recipes/two-parameters.ts';
import type { GraphRunner, Numbers } from '../kit/graph-runner.ts';
import { eigenvalues } from './curvature.ts';
import { landscapeOf, lookHere, lossesAt, once, picked, repeated } from './graphs.ts';
import { type Interval, type Parameters, problemOf } from './problems.ts';
import { possibleBatches, spreadOfMeans } from './sampling.ts';
import { type Cloud, type Measured, placeOf, type State, type Surface } from './state.ts';

/** Places along each side of the landscape's grid. */
export const gridSide = 49;
/** Minibatches whose gradients make the cloud. */
export const cloudSize = 256;
/** Places at which the curve through the data is drawn. */
export const curvePlaces = 61;

/** Even places from one end to the other. */
export const along = ([from, to]: Interval, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** The landscape on its grid, and its floor: the lowest place of the grid, improved by Newton's method. */
export async function measureSurface(runner: GraphRunner, state: State): Promise<Surface> {
  const problem = problemOf(state.course.problem);
  const { reduction, start } = state.course;
  const slopes = along(problem.slope, gridSide);
  const places = along(problem.intercept, gridSide).flatMap((b) => slopes.map((w): Parameters => [w, b]));
  const losses = await lossesAt(runner, problem, reduction, places);
  let at = places[losses.indexOf(Math.min(...losses))];
  let here = await lookHere(runner, problem, reduction, at);
  for (let i = 0; i < 6; i++) {
    const { gradient, slopeSlope: a, slopeIntercept: c, interceptIntercept: d } = here;
    const determinant = a * d - c * c;
    at = [
      at[0] - (d * gradient[0] - c * gradient[1]) / determinant,
      at[1] - (a * gradient[1] - c * gradient[0]) / determinant,
    ];
    here = await lookHere(runner, problem, reduction, at);
  }
  const { loss: startLoss } = await lookHere(runner, problem, reduction, start);
  return { losses, floor: { at, loss: here.loss }, startLoss };
}

/** All that is shown about the place where the walker stands. */
export async function measureHere(runner: GraphRunner, state: State): Promise<Measured> {
  const problem = problemOf(state.course.problem);
  const at = placeOf(state);
  const { reduction, batchSize, sampling } = state.course;
  const here = await lookHere(runner, problem, reduction, at);
  const { count, x, target } = problem.examples;
  const own = await runner.run(
    landscapeOf(problem, { copies: count, batchSize: 1, batch: 'own', reduction: 'mean', curvature: true }),
    { x, target, slope: repeated(at[0], count), intercept: repeated(at[1], count) },
  );
  const steepestExample = Math.max(
    ...Array.from(
      own.loss,
      (_, i) =>
        eigenvalues({
          slopeSlope: own.slopeSlope[i],
          slopeIntercept: own.slopeIntercept[i],
          interceptIntercept: own.interceptIntercept[i],
        })[0],
    ),
  );
  const scale = reduction === 'sum' ? batchSize : 1;
  const of = { count, batchSize };
  const expected = scale * spreadOfMeans(statistics(pairs(own)).spread, sampling, of);
  const cloud = await measureCloud(runner, state, at, expected);
  const places = along(problem.x, curvePlaces);
  const curve = await runner.run(
    once(`curve ${problem.model}`, () =>
      graph('curve', twoParameterNetwork(problem.predict, curvePlaces).outputs),
    ),
    { x: Float32Array.from(places), slope: Float32Array.of(at[0]), intercept: Float32Array.of(at[1]) },
  );
  return { at, here, cloud, steepestExample, curve: curve.prediction };
}

async function measureCloud(
  runner: GraphRunner,
  state: State,
  [w, b]: Parameters,
  expected: number,
): Promise<Cloud> {
  const problem = problemOf(state.course.problem);
  const { batchSize, reduction, sampling, seed } = state.course;
  const { x, target, count } = problem.examples;
  const batches = possibleBatches(cloudSize, sampling, { count, batchSize, seed });
  const answer = await runner.run(
    landscapeOf(problem, { copies: cloudSize, batchSize, batch: 'own', reduction }),
    {
      x: picked(x, batches),
      target: picked(target, batches),
      slope: repeated(w, cloudSize),
      intercept: repeated(b, cloudSize),
    },
  );
  const gradients = pairs(answer);
  return { gradients, ...statistics(gradients), expected };
}

const pairs = ({ slopeGradient, interceptGradient }: Numbers): Parameters[] =>
  Array.from(slopeGradient, (one, i): Parameters => [one, interceptGradient[i]]);

function statistics(gradients: readonly Parameters[]): { mean: Parameters; spread: number } {
  const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const mean: Parameters = [meanOf(gradients.map(([g]) => g)), meanOf(gradients.map(([, g]) => g))];
  const squares = gradients.map(([g, h]) => (g - mean[0]) ** 2 + (h - mean[1]) ** 2);
  return { mean, spread: Math.sqrt(meanOf(squares)) };
}
