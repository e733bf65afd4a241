/** So few digits of MNIST that a network learns them by heart, which is what regularisers are against. */

import { slice } from '../datasets/dataset.ts';
import { loadMnist } from '../datasets/mnist.ts';
import type { DataSource } from './recipe.ts';

const firstDigits = (count: number, inWords: string): DataSource => ({
  name: `${inWords} digits of MNIST`,
  licence: 'CC BY-SA 3.0',
  origin: `LeCun, Cortes and Burges 1998, http://yann.lecun.com/exdb/mnist/: the first ${count.toLocaleString('en-GB')} training digits, all 10,000 test digits held out`,
  folder: 'mnist',
  async load(files) {
    const { training, heldOut } = await loadMnist(files);
    return { training: slice(training, 0, count), heldOut };
  },
});

export const fewDigitsCount = 1000;
export const fewDigits = firstDigits(fewDigitsCount, 'A thousand');

export const fewerDigitsCount = 500;
export const fewerDigits = firstDigits(fewerDigitsCount, 'Five hundred');
