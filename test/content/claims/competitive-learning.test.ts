/** Every number in content/entries/competitive-learning.mdx, computed by the trainer. */

import { expect, it } from 'vitest';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { referenceSession } from '../../../src/graph/session.ts';
import { graph } from '../../../src/graph/value.ts';
import { fourLetters } from '../../../src/recipes/neocognitron.ts';
import { imageShape, letterNetwork, stages } from '../../../src/recipes/neocognitron-network.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { organise } from '../../../src/trainer/self-organisation/organise.ts';
import { answersOf, cardOf, entryText, noFiles } from './shipped.ts';

const text = entryText('competitive-learning');

/** The plane that answers each letter most strongly. */
const owners = (planes: ArrayLike<number>) =>
  [0, 1, 2, 3].map((letter) => {
    const row = Array.from(planes).slice(6 * letter, 6 * letter + 6);
    return row.indexOf(Math.max(...row));
  });

it('six planes compete for four letters', async () => {
  const { training } = await fourLetters.load(noFiles);
  expect([stages[1].features.planes, training.count]).toEqual([6, 4]);
  expect(text).toContain('six planes of cells in its last layer that compete for four letters');
});

it('before learning one plane answers all of them most strongly', async () => {
  const { training } = await fourLetters.load(noFiles);
  const images = [0, 1, 2, 3].map((i) => training.x.slice(144 * i, 144 * (i + 1)));
  const learnt = await organise(images, imageShape, stages, {
    rounds: 0,
    amount: 16,
    random: random(cardOf('neocognitron').seed),
    open: async (program) => referenceSession(program),
  });
  const { planes } = letterNetwork(4).outputs;
  const found = evaluate(graph('planes', { planes }), { ...learnt, x: training.x }).planes.data;
  expect(new Set(owners(found)).size).toBe(1);
});

it('afterwards each letter has a plane of its own', async () => {
  const { training } = await fourLetters.load(noFiles);
  const { planes } = await answersOf('neocognitron', training, imageShape);
  expect(new Set(owners(planes)).size).toBe(4);
});
