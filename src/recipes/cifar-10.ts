/** The pictures of CIFAR-10 as the recipes of the `cifar-net` family take them. */

import { loadCifar10, mirroredCifar10, officialCifar10 } from '../datasets/cifar-10.ts';
import type { PictureShape } from '../datasets/pictures.ts';
import type { DataSource } from './recipe.ts';

export const cifarShape: PictureShape = { channels: 3, height: 32, width: 32 };

/** Of red, green and blue over all pixels of the 30,000 training pictures. */
export const cifarColour = { mean: [0.491, 0.482, 0.4465], deviation: [0.2454, 0.2429, 0.2606] } as const;

/** What cards say of every network that names these pictures, and of its answer. */
export const cifarTask = 'Says which of ten kinds of thing a small colour picture shows.';
export const cifarProbability =
  'of each class: airplane, automobile, bird, cat, deer, dog, frog, horse, ship, truck; they sum to 1';

/** Official files or their mirror's: the card's SHA-256 of the data says which. */
const known = Object.fromEntries(
  Object.entries(officialCifar10).map(([file, sums]) => [file, [...sums, ...(mirroredCifar10[file] ?? [])]]),
);

export const cifar10: DataSource = {
  name: 'CIFAR-10',
  licence: 'none stated by its author; made for research',
  origin:
    'Krizhevsky 2009, https://www.cs.toronto.edu/~kriz/cifar.html: 30,000 of the 50,000 training pictures (files 1 to 3), all 10,000 test pictures held out',
  folder: 'cifar-10-batches-bin',
  load: (files) => loadCifar10(files, { batches: [1, 2, 3], known }),
};
