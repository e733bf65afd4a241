/** What a network's measures come to over a whole set of examples. */

import { type Examples, slice } from '../datasets/dataset.ts';
import type { DeviceTensor, Session } from '../graph/session.ts';
import { type Graph, graph } from '../graph/value.ts';
import type { Network, Recipe } from './recipe.ts';

/** Turns a graph into something that runs. */
export type Open = (graph: Graph) => Promise<Session>;

/** Means over the examples. The loss may be infinite or not a number: the caller decides what that means. */
export interface Measures {
  readonly loss: number;
  readonly accuracy?: number;
}

export interface Meter {
  readonly read: (parameters: Readonly<Record<string, DeviceTensor>>) => Promise<Measures>;
  readonly dispose: () => void;
}

// Examples in one run: bounds memory, not the result.
const most = 1000;

/**
 * Opens sessions that measure a recipe's network on these examples.
 * @param examples at least one
 */
export async function openMeter({ id, build }: Recipe, examples: Examples, open: Open): Promise<Meter> {
  const whole = Math.floor(examples.count / most);
  const rest = examples.count % most;
  const parts: { size: number; network: Network; session: Session }[] = [];
  const addParts = async (size: number, times: number) => {
    if (size === 0 || times === 0) return;
    const network = build(size);
    const session = await open(
      graph(`${id}-measures`, network.measures, [...network.batch, ...network.parameters]),
    );
    for (let i = 0; i < times; i++) parts.push({ size, network, session });
  };
  await addParts(most, whole);
  await addParts(rest, 1);

  return {
    async read(parameters) {
      const means: Record<string, number> = {};
      let from = 0;
      for (const { size, network, session } of parts) {
        const { x, target } = slice(examples, from, from + size);
        const fed: Record<string, DeviceTensor> = {};
        for (const { name, shape } of network.batch)
          fed[name] = session.upload(shape, name === 'x' ? x : target);
        for (const { name } of network.parameters) fed[name] = parameters[name];
        for (const [name, value] of Object.entries(await session.run(fed))) {
          means[name] = (means[name] ?? 0) + ((await value.read())[0] * size) / examples.count;
          value.dispose();
        }
        for (const { name } of network.batch) fed[name].dispose();
        from += size;
      }
      return means as unknown as Measures;
    },
    dispose: () => {
      for (const session of new Set(parts.map((part) => part.session))) session.dispose();
    },
  };
}
