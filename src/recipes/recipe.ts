/**
 * A recipe: all that determines a trained model, except the engine that does the arithmetic.
 *
 * A file `src/recipes/<id>.ts` whose default export is a `Recipe`, or a `SolvedRecipe` of `solved-recipe.ts`, is a
 * model that `npm run train` can make. Recipes read no files and no clock and draw randomness only from their seed.
 */

import type { DataFiles, Dataset, Examples } from '../datasets/dataset.ts';
import type { Session } from '../graph/session.ts';
import type { Graph, Input, StepGraph, Value } from '../graph/value.ts';
import type { Random } from '../trainer/initializers/random.ts';
import type { Optimizer } from '../trainer/optimizers/index.ts';
import type { LearningRule } from '../trainer/rules/rule.ts';
import type { Schedule } from '../trainer/schedules/index.ts';
import type { Batch } from '../trainer/train.ts';

/** One network for a fixed number of examples. */
export interface Network {
  /**
   * Fed anew for each batch; the first is `x`, all that the trained model takes. `target` and what only
   * training needs, such as dropout masks, follow.
   */
  readonly batch: readonly Input[];
  readonly parameters: readonly Input[];
  /** What the trained model answers. */
  readonly outputs: Readonly<Record<string, Value>>;
  /**
   * Scalar means over the batch, of `x`, `target` and parameters alone.
   * Cards call them "training <name>" and "held-out <name>".
   */
  readonly measures: Readonly<Record<string, Value>> & { readonly loss: Value };
  /**
   * The scalar that optimizers descend where it is not the loss itself: the loss of the network with units
   * left out, or with a penalty added.
   */
  readonly objective?: Value;
  /** What a step reports besides the loss, made from the gradients of the parameters in their order. */
  readonly reports?: (gradients: readonly Value[]) => Readonly<Record<string, Value>>;
}

/** Turns a graph into something that runs. */
export type Open = (graph: Graph) => Promise<Session>;

/** Numbers by parameter, row-major. */
export type Numbers = Readonly<Record<string, Float32Array>>;

/**
 * How a step changes the parameters: down the gradient of the loss, by a rule that counts mistakes, or by a step
 * graph of its own. That one carries the network's parameters; what else it takes, such as the numbers with which
 * it draws states, is fed by `epoch`; the `loss` it reports is watched, not descended.
 */
export type Learning =
  | { readonly by: 'gradient'; readonly optimizer: Optimizer }
  | { readonly by: 'rule'; readonly rule: LearningRule }
  | { readonly by: 'own step'; readonly step: (batchSize: number) => StepGraph };

export interface DataSource {
  readonly name: string;
  readonly licence: string;
  /** The generator and its seed, or an address. */
  readonly origin: string;
  /** The folder of its files within the data folder; none where the data are generated. */
  readonly folder?: string;
  readonly load: (files: DataFiles) => Dataset | Promise<Dataset>;
}

/** Which moments of the training run are kept. */
export interface HistoryPlan {
  /** The moments, apart from the first (before training) and the last, which always are. */
  readonly at: 'mistakes' | 'epochs' | ReadonlySet<number>;
  /** Names of the parameters to keep at each. */
  readonly parameters: readonly string[];
  /**
   * How many examples, from the first of each set, a record measures; the whole training set and no held-out
   * examples unless given. The card's metrics are always of the whole sets.
   */
  readonly examples?: { readonly training: number; readonly heldOut: number };
}

/** What every recipe says, however its model comes about. */
export interface Described {
  /** The name of its file and of its folder under models/. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the model takes and what it answers. */
  readonly task: string;
  /** What the numbers of `x` and of each output are: meaning, unit, range. */
  readonly meanings: Readonly<Record<string, string>>;
  /** What the card says besides what the run adds, such as learning rate, batch size and epochs. */
  readonly hyperparameters: Readonly<Record<string, number | string>>;
  /** Of the initial parameters and the order of the examples. */
  readonly seed: number;
  readonly data: DataSource;
  /** The engine that makes the shipped files. WASM gives the same bytes on every machine. */
  readonly engine: 'node' | 'wasm';
  /** Threads of the native engine, 1 unless given; its results differ between thread counts. */
  readonly threads?: number;
  /** The provider a page picks for it unless told otherwise, from a measurement. */
  readonly preferredProvider: 'webgpu' | 'wasm';
}

/** A network whose parameters are found by one step repeated. */
export interface Recipe extends Described {
  /** Layers in order, one line each. */
  readonly architecture: readonly string[];
  readonly build: (batchSize: number) => Network;
  /** Whether its backward pass is exported too, as `backward.onnx`, with every value on the way as an output. */
  readonly backward?: boolean;
  /** How many held-out pictures, from the first, stand beside the model as `held-out.json`; none unless given. */
  readonly shownPictures?: number;
  /** Starting numbers by parameter; those not named start at zero. */
  readonly initial: (random: Random) => Numbers;
  /** Starting numbers learnt from the training examples beforehand, in place of those that `initial` gives. */
  readonly pretrain?: (training: Examples, open: Open, random: Random) => Promise<Numbers>;
  readonly learning: Learning;
  readonly learningRate: number | Schedule;
  /** Further scalar inputs of the step, such as a momentum that rises. */
  readonly schedules?: Readonly<Record<string, Schedule>>;
  readonly batchSize: number;
  /** The batches of one epoch, in order. */
  readonly epoch: (training: Examples, batchSize: number, random: Random) => Iterable<Batch>;
  /** Epochs to train for; the most there may be where `finished` can end training sooner. */
  readonly epochs: number;
  /** Whether training may end after an epoch in which the steps reported these losses. */
  readonly finished?: (losses: readonly number[]) => boolean;
  readonly history: HistoryPlan;
}
