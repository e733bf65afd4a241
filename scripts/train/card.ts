/** The model card: what the recipe says, what the run measured and what the files hold. */

import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import type { Dataset } from '../../src/datasets/dataset.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import type { TensorType } from '../../src/graph/value.ts';
import type { MadeModel } from '../../src/recipes/make-model.ts';
import { type ModelCard, modelCard } from '../../src/recipes/model-card.ts';
import type { Described } from '../../src/recipes/recipe.ts';
import type { FileSet } from './replace-folder.ts';

/** @throws ZodError if the recipe says something that a card cannot hold */
export function makeCard({
  recipe,
  data,
  made: { graphs, architecture, run, metrics },
  engine,
  trainingSeconds,
  files,
}: {
  readonly recipe: Described;
  readonly data: Dataset;
  readonly made: MadeModel;
  readonly engine: ModelCard['engine'];
  readonly trainingSeconds: number;
  readonly files: FileSet;
}): ModelCard {
  const network = graphs.build(1);
  const { name, licence, origin } = recipe.data;
  const describe = (tensor: string, { shape }: TensorType) => {
    const meaning = recipe.meanings[tensor];
    if (!meaning) throw new Error(`src/recipes/${recipe.id}.ts: meanings does not say what "${tensor}" is`);
    return { name: tensor, shape: ['N', ...shape.slice(1)], meaning };
  };
  return modelCard.parse({
    id: recipe.id,
    title: recipe.title,
    task: recipe.task,
    inputs: [describe('x', network.batch[0])],
    outputs: Object.entries(network.outputs).map(([output, value]) => describe(output, value)),
    data: {
      name,
      licence,
      origin,
      sha256: dataSha256(data),
      training: data.training.count,
      heldOut: data.heldOut.count,
    },
    architecture: [...architecture],
    parameters: network.parameters.reduce((total, { shape }) => total + sizeOf(shape), 0),
    hyperparameters: { ...recipe.hyperparameters, ...run },
    seed: recipe.seed,
    engine,
    metrics,
    trainingSeconds,
    files: Object.fromEntries(
      Object.entries(files).map(([file, content]) => [
        file,
        { bytes: content.length, sha256: sha256(content) },
      ]),
    ),
    preferredProvider: recipe.preferredProvider,
    // The arithmetic of WASM is specified; native kernels differ between processors.
    reproducible: engine.name === 'wasm' && engine.threads === 1 ? 'anywhere' : 'this machine',
  } satisfies ModelCard);
}

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Of all numbers as fed, float32 little-endian: training inputs and targets, then held-out inputs and targets. */
export function dataSha256({ training, heldOut }: Dataset): string {
  const hash = createHash('sha256');
  for (const numbers of [training.x, training.target, heldOut.x, heldOut.target])
    hash.update(littleEndian(numbers));
  return hash.digest('hex');
}

/** The bytes of float32 numbers as files hold them, whatever the machine's own order. */
export function littleEndian(numbers: Float32Array): Uint8Array {
  if (ownOrderIsLittle) return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((one, i) => {
    view.setFloat32(4 * i, one, true);
  });
  return new Uint8Array(view.buffer);
}

const ownOrderIsLittle = endianness() === 'LE';
