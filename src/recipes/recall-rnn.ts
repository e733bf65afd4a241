import { slice } from '../datasets/dataset.ts';
import { optimizers } from '../trainer/optimizers/index.ts';
import { inOrder, logSpaced } from './batches.ts';
import {
  lag,
  recallExamples,
  recallNetwork,
  recallRun,
  recallStart,
  symbols,
  units,
} from './recall-network.ts';
import type { Recipe } from './recipe.ts';

const { batchSize, steps, gain, startSeed, dataSeed } = recallRun;
const training = batchSize * steps;
const heldOut = 800;

export default {
  id: 'recall-rnn',
  title: 'Recurrent network for recall',
  task: `Names at the end of a sequence the first of its symbols, ${lag} distractors later.`,
  meanings: {
    x: `${lag + 2} steps of ${2 * symbols + 1} numbers, one-hot: the cue, the distractors, the mark that asks`,
    scores: `an unnormalised score for each of the ${symbols} cues; the largest is the answer`,
  },
  architecture: [
    `recurrent ${2 * symbols + 1} → ${units}, tanh, ${lag + 2} steps`,
    `dense ${units} → ${symbols}`,
  ],
  hyperparameters: {
    optimizer: 'RMSprop, decay 0.9, ε 1e-8 outside the root',
    'initial recurrent weights': `normal, standard deviation ${gain}/√${units}`,
    'other initial weights': 'normal, standard deviation 1/√inputs',
    'initial biases': 'zero',
    loss: 'cross-entropy',
    'choice of seed':
      'plain gradient descent at the rate 0.5 ends no better than guessing from this start, which the RMSprop figure shows',
  },
  seed: startSeed,
  data: {
    name: 'Long-lag recall',
    licence: 'CC0-1.0',
    origin: `src/datasets/recall.ts: ${training} + ${heldOut} sequences of ${symbols} symbols, lag ${lag}, seed ${dataSeed}`,
    load: () => {
      const all = recallExamples(training + heldOut, dataSeed);
      return { training: slice(all, 0, training), heldOut: slice(all, training, training + heldOut) };
    },
  },
  build: recallNetwork,
  initial: (random) => recallStart(gain, random),
  learning: { by: 'gradient', optimizer: optimizers.rmsprop({ decay: 0.9 }) },
  learningRate: 0.01,
  batchSize,
  epoch: inOrder,
  epochs: 1,
  history: {
    at: logSpaced(steps, 6),
    parameters: ['output.bias'],
    examples: { training: 256, heldOut: 256 },
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies Recipe;
