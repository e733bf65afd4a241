/** What lies beside the three models: cards, histories and some test digits. */

import { classes } from '../../recipes/dropout-network.ts';
import { fromSample, type HeldOutSample } from '../../recipes/held-out-sample.ts';
import { type NetworkName, networkNames, networks, type Shipped } from './state.ts';

/** The model whose folder holds the test digits that all three are asked about. */
export const leading = networks.half;

/** @param json a file of a model, by the model's id and the file's name */
export async function loadShipped(json: <T>(id: string, file: string) => Promise<T>): Promise<Shipped> {
  const each = async <T>(file: string) =>
    Object.fromEntries(
      await Promise.all(networkNames.map(async (name) => [name, await json<T>(networks[name], file)])),
    ) as Record<NetworkName, T>;
  const sample = await json<HeldOutSample>(leading, 'held-out.json');
  const { x, target } = fromSample(sample, classes);
  return {
    cards: await each('card.json'),
    histories: await each('history.json'),
    pictures: { x, target, labels: sample.labels },
  };
}
