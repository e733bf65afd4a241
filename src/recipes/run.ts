/** Carries out a recipe on any engine: the training script and pages that retrain a model call this. */

import type { Dataset } from '../datasets/dataset.ts';
import { type DeviceTensor, hostTensor } from '../graph/session.ts';
import { sizeOf } from '../graph/shape.ts';
import type { StepGraph } from '../graph/value.ts';
import { random } from '../trainer/initializers/random.ts';
import { type Batch, type Progress, train } from '../trainer/train.ts';
import { recorder, shortest } from './history.ts';
import { type Measures, type Meter, type Open, openMeter } from './measure.ts';
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
  /** The loss on this step's batch, before its update; under a rule 1 for a mistake, else 0. */
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
type Tensors = Readonly<Record<string, DeviceTensor>>;

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
  const rateAt = (step: number) =>
    typeof recipe.learningRate === 'number' ? recipe.learningRate : recipe.learningRate(step);
  const expectFinite = finiteLoss(recipe.id, rateAt);
  const session = await open(graph);
  const meter = await openMeter(recipe, data.training, open);
  const record = recorder(recipe, meter);
  const most = recipe.epochs * Math.floor(data.training.count / recipe.batchSize);
  let state = startOf(recipe, graph);
  let [epoch, steps, mistakes] = [0, 0, 0];

  const addRecord = async (tensors: Tensors): Promise<Measures> => {
    const measures = await record.add({ step: steps, state: tensors, mistakes });
    expectFinite(steps, measures.loss);
    return measures;
  };

  try {
    await addRecord(hosted(graph, state));
    for (let over = false; !over; ) {
      epoch++;
      const before = steps;
      const losses: number[] = [];
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
        const loss = (await progress.loss.read())[0];
        progress.loss.dispose();
        losses.push(loss);
        if (recipe.learning.by === 'gradient') expectFinite(steps, loss);
        else mistakes += loss;
        const { at } = recipe.history;
        if (at === 'mistakes' ? loss !== 0 : at.has(steps)) await addRecord(latest);
        await onStep({ epoch, step: steps, most, loss });
      }
      over = epoch === recipe.epochs || (recipe.finished?.(losses) ?? false);
    }
    const final = hosted(graph, state);
    const metrics: Record<string, number> = {};
    addMetrics(metrics, 'training', await addRecord(final));
    if (data.heldOut.count > 0)
      addMetrics(metrics, 'held-out', await measureOnce(await openMeter(recipe, data.heldOut, open), final));
    if (recipe.learning.by === 'rule') metrics['mistakes while learning'] = mistakes;
    const parameters = Object.fromEntries(
      recipe.build(recipe.batchSize).parameters.map(({ name }) => [name, state[name]]),
    );
    return { parameters, history: record.history, metrics, epochs: epoch, steps };
  } finally {
    meter.dispose();
    session.dispose();
  }
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

function addMetrics(metrics: Record<string, number>, set: string, { loss, accuracy }: Measures): void {
  metrics[`${set} loss`] = shortest(loss);
  if (accuracy !== undefined) metrics[`${set} accuracy`] = shortest(accuracy);
}

/** A check that remembers the last loss that was a number, so that its error can say where things went wrong. */
function finiteLoss(id: string, rateAt: (step: number) => number) {
  let last = 'there was none before it';
  return (step: number, loss: number): void => {
    if (!Number.isFinite(loss))
      throw new Error(
        `${id}: the loss is ${loss} at step ${step} (learning rate ${rateAt(Math.max(step, 1))}); ` +
          `the last finite loss: ${last}. Try a smaller learning rate.`,
      );
    last = `${shortest(loss)} at step ${step}`;
  };
}
