import { sigmoid, transpose } from '../../graph/ops/index.ts';
import { input, type StepGraph, type Value } from '../../graph/value.ts';
import { dense } from '../layers/dense.ts';
import { logisticLoss } from '../losses/logistic-loss.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import { sgd } from '../optimizers/sgd.ts';
import { trainingStep } from '../step.ts';
import { type BoltzmannMachine, boltzmannMachine, hiddenProbabilities } from './boltzmann-machine.ts';

/**
 * Autoencoder of one hidden layer with tied weights: it must give back what it was given.
 *
 * code = σ(x W + b),  x̂ = σ(code Wᵀ + a)        [bengio-2007]
 *
 * The same three parameters as a Boltzmann machine of these sizes, and the same way to the hidden layer; but
 * nothing is drawn, and it descends a loss.
 *
 * @param x each number 0 … 1, shape [N, visible]
 * @returns the code, shape [N, hidden], and the logits of x̂, shape [N, visible]
 */
export function autoencoder(
  x: Value,
  machine: BoltzmannMachine,
): { readonly code: Value; readonly logits: Value; readonly reconstruction: Value } {
  const code = hiddenProbabilities(x, machine);
  const logits = dense(code, transpose(machine.weights), machine.visibleBias);
  return { code, logits, reconstruction: sigmoid(logits) };
}

/**
 * One gradient step on the cross-entropy between x and x̂, summed over units, mean over the batch.
 *
 * Inputs: `x` [N, visible], scalar `learningRate`, `weights`, `visibleBias`, `hiddenBias` and what the
 * optimizer remembers. Outputs: `loss`, `reconstruction` [N, visible] and `<carried>.next`.
 */
export function autoencoderStep(
  visible: number,
  hidden: number,
  { batchSize, optimizer = sgd() }: { readonly batchSize: number; readonly optimizer?: Optimizer },
): StepGraph {
  const x = input('x', [batchSize, visible]);
  const machine = boltzmannMachine(visible, hidden);
  const { logits, reconstruction } = autoencoder(x, machine);
  const step = trainingStep({
    name: 'autoencoder',
    batch: [x],
    parameters: [machine.weights, machine.visibleBias, machine.hiddenBias],
    loss: logisticLoss(logits, x),
    optimizer,
  });
  return { ...step, outputs: { ...step.outputs, reconstruction } };
}
