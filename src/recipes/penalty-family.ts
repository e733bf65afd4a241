/**
 * Softmax regressions under an L1 or an L2 penalty of seven strengths each, trained with all examples in every step
 * until those with a penalty stand nearly still: what is left to see is the penalty, not the noise of batches. Without
 * one there is no standing still: the digits are learned by heart, and the weights grow for ever.
 */

import { optimizers } from '../trainer/optimizers/index.ts';
import type { Optimizer } from '../trainer/optimizers/optimizer.ts';
import { inOrder, logSpaced } from './batches.ts';
import { fewerDigits, fewerDigitsCount } from './few-digits.ts';
import { digitMeanings } from './mnist.ts';
import { learningRate, penaltyNetwork, type strengths } from './penalty-network.ts';
import type { Recipe } from './recipe.ts';

const epochs = 10_000;

export interface PenaltyMember {
  readonly id: string;
  readonly title: string;
  /** λ of the regressions, in their order. */
  readonly strengths: (typeof strengths)[keyof typeof strengths];
  /** As the card says it. */
  readonly penalty: string;
  /** Where the penalty is part of what is descended. */
  readonly objective?: Parameters<typeof penaltyNetwork>[2];
  /** Plain gradient descent unless the penalty is part of the step. */
  readonly optimizer?: Optimizer;
}

export const penaltyRecipe = ({
  id,
  title,
  strengths: list,
  penalty,
  objective,
  optimizer = optimizers.sgd(),
}: PenaltyMember): Recipe => ({
  id,
  title,
  task: 'Reads a handwritten digit seven times, by seven regressions whose penalty differs in strength.',
  meanings: {
    x: `${digitMeanings.x.split(';')[0]}, not normalised`,
    probability:
      'of each digit from 0 to 9 by the first regression, then by the second, to the seventh; each ten sum to 1',
  },
  architecture: [`dense 784 → 70: seven regressions of 10 classes beside each other, a softmax for each`],
  hyperparameters: {
    optimizer: 'gradient descent, all examples in each step',
    penalty,
    strengths: list.join(', '),
    'initial weights': 'zero',
    'initial biases': 'zero, and no penalty on them',
    loss: 'cross-entropy without the penalty; loss and accuracy are means over the seven',
    'choice of strength': 'none: all are kept',
  },
  seed: 1,
  data: fewerDigits,
  build: (size) => penaltyNetwork(size, list, objective),
  initial: () => ({}),
  learning: { by: 'gradient', optimizer },
  learningRate,
  batchSize: fewerDigitsCount,
  epoch: inOrder,
  epochs,
  history: {
    at: logSpaced(epochs, 2),
    parameters: [],
    examples: { training: fewerDigitsCount, heldOut: 10_000 },
  },
  engine: 'node',
  preferredProvider: 'wasm',
});
