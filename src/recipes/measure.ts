/** What a network's measures come to over a whole set of examples. */

import { type Examples, slice } from '../datasets/dataset.ts';
import type { DeviceTensor, Session } from '../graph/session.ts';
import { type Graph, graph } from '../graph/value.ts';
import type { Open, Recipe } from './recipe.ts';

export type Tensors = Readonly<Record<string, DeviceTensor>>;

/** Means over the examples. The loss may be infinite or not a number: the caller decides what that means. */
export type Measures = Readonly<Record<string, number>> & { readonly loss: number };

export interface Meter {
  readonly read: (parameters: Tensors) => Promise<Measures>;
  readonly dispose: () => void;
}

// Examples in one run: bounds memory, not the result.
const most = 500;

/**
 * Opens sessions that measure a recipe's network on these examples.
 * @param examples at least one
 */
export async function openMeter(
  { id, build }: Pick<Recipe, 'id' | 'build'>,
  examples: Examples,
  open: Open,
): Promise<Meter> {
  const parts: { size: number; measuring: Graph; session: Session }[] = [];
  const addParts = async (size: number, times: number) => {
    if (size === 0 || times === 0) return;
    const measuring = graph(`${id}-measures`, build(size).measures);
    const session = await open(measuring);
    for (let i = 0; i < times; i++) parts.push({ size, measuring, session });
  };
  await addParts(most, Math.floor(examples.count / most));
  await addParts(examples.count % most, 1);

  return {
    async read(parameters) {
      const means: Record<string, number> & { loss: number } = { loss: 0 };
      let from = 0;
      for (const { size, measuring, session } of parts) {
        const { x, target } = slice(examples, from, from + size);
        const numbers: Readonly<Record<string, Float32Array>> = { x, target };
        const uploaded: DeviceTensor[] = [];
        const feeds = measuring.inputs.map(({ name, shape }): [string, DeviceTensor] => {
          if (parameters[name]) return [name, parameters[name]];
          if (!numbers[name])
            throw new Error(`${id}: the measures depend on "${name}", which is neither data nor a parameter`);
          uploaded.push(session.upload(shape, numbers[name]));
          return [name, uploaded[uploaded.length - 1]];
        });
        for (const [name, mean] of Object.entries(await session.run(Object.fromEntries(feeds)))) {
          means[name] = (means[name] ?? 0) + ((await mean.read())[0] * size) / examples.count;
          mean.dispose();
        }
        for (const tensor of uploaded) tensor.dispose();
        from += size;
      }
      return means;
    },
    dispose: () => {
      for (const session of new Set(parts.map((part) => part.session))) session.dispose();
    },
  };
}
