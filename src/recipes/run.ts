/** Carries out a recipe on any engine: the training script and pages that retrain a model call this. */

import { type Dataset, type Examples, slice } from '../datasets/dataset.ts';
import { random } from '../trainer/initializers/random.ts';
import { type Batch, type Progress, train } from '../trainer/train.ts';
import { type Checkpoint, hosted, initialState, numbersOf, type State } from './checkpoint.ts';
import { finiteLoss } from './finite-loss.ts';
import { recorder, shortest } from './history.ts';
import { type Measures, type Meter, openMeter, type Tensors } from './measure.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Open, Recipe } from './recipe.ts';
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

export interface RunOptions {
  /** Called after every step; training waits for it, and ends with what it throws. */
  readonly onStep?: (progress: RunProgress) => void | Promise<void>;
  /** Called after every epoch, likewise. */
  readonly onEpoch?: (checkpoint: Checkpoint) => void | Promise<void>;
  /** From `initialState`, where it is known already. */
  readonly initial?: State;
  /** Where an earlier run of the same recipe on the same data and engine had got to. */
  readonly resume?: Checkpoint | undefined;
}

export interface TrainedModel {
  readonly parameters: State;
  readonly history: TrainingHistory;
  /** By the names cards use, e.g. "held-out accuracy". */
  readonly metrics: Readonly<Record<string, number>>;
  readonly epochs: number;
  readonly steps: number;
}

/**
 * Trains the recipe's network from its seed.
 *
 * @throws Error naming step, learning rate and last finite loss once the loss is not a finite number
 */
export async function runRecipe(
  recipe: Recipe,
  data: Dataset,
  open: Open,
  { onStep = () => {}, onEpoch = () => {}, initial, resume }: RunOptions = {},
): Promise<TrainedModel> {
  const graph = stepGraph(recipe);
  const byRule = recipe.learning.by === 'rule';
  const { at, examples } = recipe.history;
  const rateAt = (step: number) =>
    typeof recipe.learningRate === 'number' ? recipe.learningRate : recipe.learningRate(step);
  const expectFinite = finiteLoss(rateAt);
  const most = recipe.epochs * stepsInEpoch(recipe, data);
  const session = await open(graph);
  const opened: Meter[] = [];
  const meterOf = async (set: Examples, count = set.count) => {
    const meter = await openMeter(recipe, slice(set, 0, Math.min(count, set.count)), open);
    opened.push(meter);
    return meter;
  };

  try {
    const meters = {
      training: await meterOf(data.training, examples?.training),
      ...(examples?.heldOut && { heldOut: await meterOf(data.heldOut, examples.heldOut) }),
    };
    const record = recorder(recipe, meters, resume?.history);
    let state = resume?.state ?? initial ?? (await initialState(recipe, data.training, open));
    let { epoch, step, mistakes, over } = resume ?? { epoch: 0, step: 0, mistakes: 0, over: false };
    let loss = Number.NaN;

    const addRecord = async (tensors: Tensors): Promise<Measures> => {
      const measures = await record.add({ step, state: tensors, mistakes });
      expectFinite(step, measures.loss);
      if (byRule) loss = measures.loss;
      return measures;
    };

    const runEpoch = async (): Promise<void> => {
      epoch++;
      const before = step;
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
        learningRate: (now) => rateAt(before + now),
        schedules: Object.fromEntries(
          Object.entries(recipe.schedules ?? {}).map(([name, schedule]) => [
            name,
            (now: number) => schedule(before + now),
          ]),
        ),
      })) {
        step = before + progress.step;
        latest = progress.state;
        const report = (await progress.loss.read())[0];
        reports.push(report);
        if (byRule) mistakes += report;
        else {
          loss = report;
          expectFinite(step - 1, loss);
        }
        if (at === 'mistakes' ? report !== 0 : at !== 'epochs' && at.has(step)) await addRecord(latest);
        await onStep({ epoch, step, most, loss });
      }
      if (at === 'epochs') await addRecord(hosted(graph, state));
      over = epoch === recipe.epochs || (recipe.finished?.(reports) ?? false);
    };

    if (!resume) await addRecord(hosted(graph, state));
    while (!over) {
      await runEpoch();
      await onEpoch({ epoch, step, mistakes, over, state, history: record.history });
    }
    const final = hosted(graph, state);
    const last = await addRecord(final);
    const whole = examples ? await (await meterOf(data.training)).read(final) : last;
    const metrics = named('training', whole);
    if (data.heldOut.count > 0)
      Object.assign(metrics, named('held-out', await (await meterOf(data.heldOut)).read(final)));
    if (byRule) metrics['mistakes while learning'] = mistakes;
    const parameters = Object.fromEntries(
      recipe.build(recipe.batchSize).parameters.map(({ name }) => [name, state[name]]),
    );
    return { parameters, history: record.history, metrics, epochs: epoch, steps: step };
  } finally {
    for (const meter of opened) meter.dispose();
    session.dispose();
  }
}

/** @throws RangeError if the training set does not fill one batch */
function stepsInEpoch({ batchSize }: Recipe, { training }: Dataset): number {
  if (training.count < batchSize)
    throw new RangeError(`a batch of ${batchSize} cannot be filled from a training set of ${training.count}`);
  return Math.floor(training.count / batchSize);
}

/** A set's measures as cards call them. */
export const named = (set: 'training' | 'held-out', measures: Measures): Record<string, number> =>
  Object.fromEntries(Object.entries(measures).map(([name, mean]) => [`${set} ${name}`, shortest(mean)]));
