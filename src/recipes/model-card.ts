/** What `models/<id>/card.json` says about a model. Written by the training script, read by site and widgets. */

import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal');
const tensor = z.strictObject({
  name: z.string(),
  /** Lengths of the axes; a name such as "N" is a length the caller chooses. */
  shape: z.array(z.union([z.int().positive(), z.string()])),
  /** What the numbers are: meaning, unit, range. */
  meaning: z.string().min(1),
});

export const modelCard = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  /** One sentence: what it takes and what it answers. */
  task: z.string().min(1),
  inputs: z.array(tensor).min(1),
  outputs: z.array(tensor).min(1),
  data: z.strictObject({
    name: z.string(),
    licence: z.string(),
    /** Where it comes from: a seed and the generator, or an address. */
    origin: z.string(),
    /** Of the numbers as fed, uncompressed: training examples, then held-out examples. */
    sha256,
    training: z.int().positive(),
    heldOut: z.int().nonnegative(),
  }),
  /** Layers in order, one line each, e.g. "dense 2 → 2, tanh". */
  architecture: z.array(z.string()).min(1),
  parameters: z.int().positive(),
  hyperparameters: z.record(z.string(), z.union([z.number(), z.string()])),
  seed: z.int().nonnegative(),
  engine: z.strictObject({
    name: z.enum(['node', 'wasm']),
    package: z.string(),
    version: z.string(),
    threads: z.int(),
  }),
  /** Measured after training, e.g. "held-out accuracy": 1. Fractions, not percentages; losses in nats. */
  metrics: z.record(z.string(), z.number()),
  /** Wall-clock seconds of the training run on the machine that made the files. */
  trainingSeconds: z.number().nonnegative(),
  /** The files beside the card. "model.onnx" is the trained model; the others are the same graph family. */
  files: z.record(z.string(), z.strictObject({ bytes: z.int().positive(), sha256 })),
  /** Which execution provider "auto" picks in the page, from a measurement. */
  preferredProvider: z.enum(['webgpu', 'wasm']),
  /** "anywhere": retraining on the WASM engine gives the same SHA-256; "this machine": only where it was made. */
  reproducible: z.enum(['anywhere', 'this machine']),
});
export type ModelCard = z.infer<typeof modelCard>;

/** `history.json`: the training run as recorded, so that a page can replay it. */
export const trainingHistory = z.strictObject({
  /**
   * Training steps done at each record, ascending; the first is 0, before any training. Under a rule a step
   * is one example seen, whether it changed the weights or not.
   */
  steps: z.array(z.int().nonnegative()).min(1),
  /**
   * Curves over `steps`, by name: "loss" (nats) and "training accuracy" on the training set, "held-out loss" and
   * so on where they were recorded; on the first examples of each set if the card's hyperparameters say so.
   */
  curves: z.record(z.string(), z.array(z.number())),
  /** Parameters at each record, row-major, by input name. */
  parameters: z.record(
    z.string(),
    z.strictObject({ shape: z.array(z.int().positive()), values: z.array(z.array(z.number())) }),
  ),
});
export type TrainingHistory = z.infer<typeof trainingHistory>;
