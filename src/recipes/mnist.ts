/** The digits of MNIST as recipes take them. */

import { loadMnist } from '../datasets/mnist.ts';
import type { PictureShape } from '../datasets/pictures.ts';
import { div, sub } from '../graph/ops/index.ts';
import type { Value } from '../graph/value.ts';
import type { DataSource } from './recipe.ts';

export const digitShape: PictureShape = { channels: 1, height: 28, width: 28 };

export const trainingDigits = 60_000;

export const mnist: DataSource = {
  name: 'MNIST',
  licence: 'CC BY-SA 3.0',
  origin:
    'LeCun, Cortes and Burges 1998, http://yann.lecun.com/exdb/mnist/: all 60,000 training digits, all 10,000 test digits held out',
  folder: 'mnist',
  load: (files) => loadMnist(files),
};

/** Pixels with mean 0 and deviation 1 over the training digits. */
export const normalDigits = (x: Value): Value => div(sub(x, 0.1307), 0.3081);

export const digitPixels = 'pixels, 0 (paper) … 1 (ink), row by row, the digit in the middle of 28 × 28';

export const digitMeanings = {
  x: `${digitPixels}; normalised inside the model`,
  probability: 'of each digit from 0 to 9; they sum to 1',
};
