/** A thousand digits of MNIST: so few that a network learns them by heart, which is what regularisers are against. */

import { slice } from '../datasets/dataset.ts';
import { loadMnist } from '../datasets/mnist.ts';
import type { DataSource } from './recipe.ts';

export const fewDigitsCount = 1000;

export const fewDigits: DataSource = {
  name: 'A thousand digits of MNIST',
  licence: 'CC BY-SA 3.0',
  origin:
    'LeCun, Cortes and Burges 1998, http://yann.lecun.com/exdb/mnist/: the first 1,000 training digits, all 10,000 test digits held out',
  folder: 'mnist',
  async load(files) {
    const { training, heldOut } = await loadMnist(files);
    return { training: slice(training, 0, fewDigitsCount), heldOut };
  },
};
