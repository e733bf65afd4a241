/** Networks that differ in their dropout rate alone, trained on too few digits, so that it shows. [srivastava-2014] */

import { he } from '../trainer/initializers/he.ts';
import { dropoutMask } from '../trainer/layers/dropout.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { changed, shuffled } from './batches.ts';
import {
  ablations,
  classes,
  dropoutNetwork,
  dropoutParameters,
  hiddenUnits,
  pixels,
} from './dropout-network.ts';
import { fewDigits } from './few-digits.ts';
import { initialWeights } from './layer-parameters.ts';
import { digitMeanings } from './mnist.ts';
import type { Recipe } from './recipe.ts';

const seed = 1;
const epochs = 100;
const batchSize = 50;
const learningRate = 0.02;
const decay = 0.9;

/** @param rate the share of hidden units that is left out at each training step, in [0, 1) */
export const dropoutRecipe = (rate: number): Recipe => ({
  id: `dropout-${rate * 100}`,
  title: rate === 0 ? 'Few digits, no dropout' : `Few digits, dropout ${rate}`,
  task: 'Reads a handwritten digit, after training on no more than a thousand.',
  meanings: digitMeanings,
  architecture: [
    'normalisation to mean 0 and deviation 1 over the training digits of MNIST',
    `dense ${pixels} → ${hiddenUnits}, ReLU${rate === 0 ? '' : `, dropout ${rate} while training`}`,
    `dense ${hiddenUnits} → ${classes}, softmax`,
  ],
  hyperparameters: {
    optimizer: `Nesterov momentum ${decay}`,
    'dropout rate': rate,
    'initial weights': `He uniform, seed ${seed}; in the output layer a tenth of it`,
    'initial biases': 'zero',
    loss: 'cross-entropy; the curves are of the whole network, all units present',
    'accuracy without k': `with the k strongest hidden units answering 0, k = ${ablations.join(', ')}; strength is the length of the incoming times the length of the outgoing weights`,
    'choice of epoch': 'the last; the held-out digits chose nothing',
  },
  seed,
  data: fewDigits,
  build: (size) => dropoutNetwork(size, rate),
  initial: initialWeights(dropoutParameters, he),
  learning: { by: 'gradient', optimizer: optimizers.nesterov({ decay }) },
  learningRate,
  batchSize,
  epoch:
    rate === 0
      ? shuffled
      : changed(shuffled, ({ x, target }, random) => ({
          x,
          target,
          'hidden.mask': dropoutMask([target.length / classes, hiddenUnits], rate, random),
        })),
  epochs,
  history: { at: 'epochs', parameters: [], examples: { training: 1000, heldOut: 10_000 } },
  // The three are shown with the same pictures.
  ...(rate === 0.5 && { shownPictures: 500 }),
  engine: 'node',
  preferredProvider: 'wasm',
});
