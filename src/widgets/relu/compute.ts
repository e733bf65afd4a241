/** The figure's questions to its models, and their answers as the state holds them. */

import type { Dataset } from '../../datasets/dataset.ts';
import { sizeOf } from '../../graph/shape.ts';
import { encodeModel } from '../../onnx/model.ts';
import { deepParameters, trainingCount, twoCircles } from '../../recipes/deep-network.ts';
import { deepInitializers, deepInitialWeights } from '../../recipes/deep-recipe.ts';
import { random } from '../../trainer/initializers/random.ts';
import { learningRateName, nextOf } from '../../trainer/step.ts';
import type { Engine, Feeds, Numbers, StepsResult } from '../kit/engine.ts';
import {
  activationNames,
  type Conventions,
  type NetworkName,
  networkNames,
  networks,
} from './activations.ts';
import { functionsGraph, stepSource } from './graphs.ts';
import type { Curves, Frame, InitialChoice, ReluSettings, Report } from './state.ts';

/** Places of the plots of functions, 0 among them. */
export const gridX = Float32Array.from({ length: 161 }, (_, i) => (i - 80) / 20);
const graphFile = 'graph.onnx';

/** Runs all functions and their derivatives over the grid and at one more place; the graphs are encoded once. */
export function functionsRunner(engine: Pick<Engine, 'add' | 'run'>) {
  const added = new Set<string>();
  const count = gridX.length + 1;
  return async (conventions: Conventions, place: number): Promise<Curves> => {
    const name = `activations-${conventions.atZero}-${conventions.leak}`;
    if (!added.has(name)) engine.add(name, encodeModel(functionsGraph(count, conventions)));
    added.add(name);
    const x = Float32Array.of(...gridX, place);
    return curvesOf(await engine.run(name, graphFile, { x: { shape: [count], data: x } }, true));
  };
}

/** @param outputs of `functionsGraph` over the grid and one more place */
export function curvesOf(outputs: Numbers): Curves {
  const last = gridX.length;
  const of = (ending: string) =>
    Object.fromEntries(activationNames.map((name) => [name, outputs[`${name}${ending}`].subarray(0, last)]));
  const at = activationNames.map((name) => [
    name,
    { value: outputs[name][last], slope: outputs[`${name}.slope`][last] },
  ]);
  return {
    x: gridX,
    values: of('') as Curves['values'],
    slopes: of('.slope') as Curves['slopes'],
    at: Object.fromEntries(at) as Curves['at'],
  };
}

const reported = ['loss', 'gradient.norm', 'unit.slope', 'unit.largest'];
const carried = deepParameters.map((one) => ({ from: one.name, to: nextOf(one) }));

/** Parameters of a network before training, by name. */
export function initialParameters(name: NetworkName, initial: InitialChoice, seed: number): Feeds {
  const initializer = deepInitializers[initial === 'own' ? networks[name].initial : initial];
  const drawn = deepInitialWeights(initializer)(random(seed));
  return Object.fromEntries(
    deepParameters.map(({ name: parameter, shape }) => [
      parameter,
      { shape, data: drawn[parameter] ?? new Float32Array(sizeOf(shape)) },
    ]),
  );
}

/** What every step is fed: all training points and the learning rate. */
export function stepBatch(rate: number): Feeds {
  // The points come from a generator, so they are there at once.
  const { training } = twoCircles.load({ read: () => Promise.reject() }) as Dataset;
  return {
    x: { shape: [trainingCount, 2], data: training.x },
    target: { shape: [trainingCount, 1], data: training.target },
    [learningRateName]: { shape: [], data: Float32Array.of(rate) },
  };
}

export interface Course {
  /** The settings it trains under. */
  readonly settings: ReluSettings;
  /** Runs so many steps of every network; a frame for each, as things were before that step's update. */
  advance(steps: number): Promise<Frame[]>;
}

/** Trains the four networks beside each other, from their initial weights. */
export function startCourse(engine: Pick<Engine, 'add' | 'runSteps'>, settings: ReluSettings): Course {
  const batch = stepBatch(settings.rate);
  const states = new Map<NetworkName, Feeds | null>(
    networkNames.map((name) => [name, initialParameters(name, settings.initial, settings.seed)]),
  );
  const sources = networkNames.map((name) => {
    const source = stepSource(name, { atZero: settings.zero, leak: settings.leak });
    if (source.graph) engine.add(source.model, encodeModel(source.graph));
    return { name, ...source };
  });

  const advanceOne = async ({ name, model, file }: (typeof sources)[number], steps: number) => {
    const state = states.get(name);
    if (!state) return [];
    const batches = new Array<Feeds>(steps).fill(batch);
    const result = await engine.runSteps(model, file, { state, carried, batches, keep: reported });
    states.set(name, result.diverged ? null : shaped(result));
    return result.kept.filter((_, step) => step !== result.diverged?.step).map(reportOf);
  };

  return {
    settings,
    async advance(steps) {
      const all = new Map<NetworkName, Report[]>();
      for (const source of sources) all.set(source.name, await advanceOne(source, steps));
      return Array.from(
        { length: steps },
        (_, step) =>
          Object.fromEntries(networkNames.map((name) => [name, all.get(name)?.[step] ?? null])) as Frame,
      );
    },
  };
}

const shaped = ({ state }: StepsResult): Feeds =>
  Object.fromEntries(deepParameters.map(({ name, shape }) => [name, { shape, data: state[name] }]));

export const reportOf = (numbers: Numbers): Report => ({
  loss: numbers.loss[0],
  norms: numbers['gradient.norm'],
  slopes: numbers['unit.slope'],
  largest: numbers['unit.largest'],
});
