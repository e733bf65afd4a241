/** Carries out a recipe on any engine: the training script and pages that retrain a model call this. */

import type { Dataset } from '../datasets/dataset.ts';
import { hostTensor } from '../graph/session.ts';
import { sizeOf } from '../graph/shape.ts';
import type { StepGraph } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { type Batch, type Progress, train } from '../trainer/train.ts';
import { recorder, shortest } from './history.ts';
import { type Measures, type Meter, type Open, openMeter, type Tensors } from './measure.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Recipe } from './recipe.ts';
import { stepGraph } from './step-graph.ts';

export interface RunProgress {
  /** The epoch this step belongs to, from 1. */
  readonly epoch: number;
  /** Steps done, from 1. */
  readonly step: number;
  /** Steps there will be, unless training ends sooner. */
  readonly most: number;
  /** On this step's batch before its update; under a rule, on the training set at the latest record. */
  readonly loss: number;
}

export interface TrainedModel {
  readonly parameters: Readonly<Record<string, Float32Array>>;
  readonly history: TrainingHistory;
  /** By the names cards use, e.g. "held-out accuracy". */
  readonly metrics: Readonly<Record<string, number>>;
  readonly epochs: number;
  readonly steps: number;
}

type Numbers = Record<string, Float32Array>;

/**
 * Trains the recipe's network from its seed.
 *
 * @param onStep called after every step; training waits for it, and ends with what it throws
 * @throws Error naming step, learning rate and last finite loss once the loss is not a finite number
 */
export async function runRecipe(
  recipe: Recipe,
  data: Dataset,
  open: Open,
  onStep: (progress: RunProgress) => void | Promise<void> = () => {},
): Promise<TrainedModel> {
  const graph = stepGraph(recipe);
  const byRule = recipe.learning.by === 'rule';
  const { at } = recipe.history;
  const rateAt = (step: number) =>
    typeof recipe.learningRate === 'number' ? recipe.learningRate : recipe.learningRate(step);
  const expectFinite = finiteLoss(rateAt);
  const most = recipe.epochs * stepsInEpoch(recipe, data);
  const session = await open(graph);
  const meter = await openMeter(recipe, data.training, open);
  const record = recorder(recipe, meter);
  let state = startOf(recipe, graph);
  let [epoch, steps, mistakes, loss] = [0, 0, 0, Number.NaN];

  const addRecord = async (tensors: Tensors): Promise<Measures> => {
    const measures = await record.add({ step: steps, state: tensors, mistakes });
    expectFinite(steps, measures.loss);
    if (byRule) loss = measures.loss;
    return measures;
  };

  /** @returns whether training is over */
  const runEpoch = async (): Promise<boolean> => {
    epoch++;
    const before = steps;
    const reports: number[] = [];
    let latest: Progress['state'] = {};
    // The state is freed when the batches run out, so it is read here, just before.
    const batches = async function* (): AsyncGenerator<Batch> {
      yield* recipe.epoch(data.training, recipe.batchSize, random(recipe.seed + epoch));
      state = await numbersOf(latest);
    };
    for await (const progress of train(session, graph, {
      batches: batches(),
      initial: state,
      learningRate: (step) => rateAt(before + step),
    })) {
      steps = before + progress.step;
      latest = progress.state;
      const report = (await progress.loss.read())[0];
      reports.push(report);
      if (byRule) mistakes += report;
      else {
        loss = report;
        expectFinite(steps - 1, loss);
      }
      if (at === 'mistakes' ? report !== 0 : at.has(steps)) await addRecord(latest);
      await onStep({ epoch, step: steps, most, loss });
    }
    return epoch === recipe.epochs || (recipe.finished?.(reports) ?? false);
  };

  try {
    await addRecord(hosted(graph, state));
    while (!(await runEpoch()));
    const final = hosted(graph, state);
    const metrics = named('training', await addRecord(final));
    if (data.heldOut.count > 0) {
      const measures = await measureOnce(await openMeter(recipe, data.heldOut, open), final);
      Object.assign(metrics, named('held-out', measures));
    }
    if (byRule) metrics['mistakes while learning'] = mistakes;
    const parameters = Object.fromEntries(
      recipe.build(recipe.batchSize).parameters.map(({ name }) => [name, state[name]]),
    );
    return { parameters, history: record.history, metrics, epochs: epoch, steps };
  } finally {
    meter.dispose();
    session.dispose();
  }
}

/** @throws RangeError if the training set does not fill one batch */
function stepsInEpoch({ batchSize }: Recipe, { training }: Dataset): number {
  if (training.count < batchSize)
    throw new RangeError(`a batch of ${batchSize} cannot be filled from a training set of ${training.count}`);
  return Math.floor(training.count / batchSize);
}

/** Initial numbers of everything the step carries. */
function startOf(recipe: Recipe, graph: StepGraph): Numbers {
  const given = recipe.initial(random(recipe.seed));
  return Object.fromEntries(
    graph.carried.map(({ from }) => [from.name, given[from.name] ?? new Float32Array(sizeOf(from.shape))]),
  );
}

const hosted = (graph: StepGraph, state: Numbers): Tensors =>
  Object.fromEntries(graph.carried.map(({ from }) => [from.name, hostTensor(from.shape, state[from.name])]));

async function numbersOf(tensors: Tensors): Promise<Numbers> {
  const numbers: Numbers = {};
  for (const [name, tensor] of Object.entries(tensors))
    numbers[name] = Float32Array.from(await tensor.read());
  return numbers;
}

async function measureOnce(meter: Meter, parameters: Tensors): Promise<Measures> {
  try {
    return await meter.read(parameters);
  } finally {
    meter.dispose();
  }
}

const named = (set: 'training' | 'held-out', measures: Measures): Record<string, number> =>
  Object.fromEntries(Object.entries(measures).map(([name, mean]) => [`${set} ${name}`, shortest(mean)]));

/** A check that remembers the last loss that was a number, so that its error can say where things went wrong. */
function finiteLoss(rateAt: (step: number) => number) {
  let last = 'there was none before it';
  /** @param step the one after whose update the loss was measured; 0 is the start */
  return (step: number, loss: number): void => {
    if (!Number.isFinite(loss))
      throw new Error(
        `the loss is ${loss} after step ${step} (learning rate ${rateAt(Math.max(step, 1))}); ` +
          `the last finite loss: ${last}. Try a smaller learning rate.`,
      );
    last = `${shortest(loss)} after step ${step}`;
  };
}
