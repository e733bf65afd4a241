/** The training steps that run: one graph for each racer and convention, built by the trainer. */

import { gradients } from '../../graph/autodiff.ts';
import { input, type StepGraph } from '../../graph/value.ts';
import { optimizers } from '../../trainer/optimizers/index.ts';
import type { Optimizer } from '../../trainer/optimizers/optimizer.ts';
import { trainingStep } from '../../trainer/step.ts';
import { ravineLoss } from './ravine.ts';

/** Where the learning rate stands: on the way from the velocity to the step, or inside the velocity. */
export type Convention = 'outside' | 'inside';
export type RacerName = 'plain' | 'momentum' | 'nesterov' | 'scheduled';
export const racerNames = ['plain', 'momentum', 'nesterov', 'scheduled'] as const;

export type ProgramName = 'sgd' | 'momentum' | 'sutskeverMomentum' | 'nesterov' | 'pytorchNesterov';

/** The optimizer of the trainer that a racer runs. */
export function programOf(racer: RacerName, convention: Convention): ProgramName {
  if (racer === 'plain') return 'sgd';
  if (racer === 'nesterov') return convention === 'outside' ? 'pytorchNesterov' : 'nesterov';
  return convention === 'outside' ? 'momentum' : 'sutskeverMomentum';
}

/** What each optimizer remembers of `w`, or null. */
export const memoryOf = {
  sgd: null,
  momentum: 'w.velocity',
  sutskeverMomentum: 'w.velocity',
  nesterov: 'w.ahead',
  pytorchNesterov: 'w.velocity',
} as const satisfies Record<ProgramName, string | null>;

const built = new Map<ProgramName, StepGraph>();

/** The step of each optimizer, built once: the same graph is the same session. */
export function programGraph(name: ProgramName): StepGraph {
  const step = built.get(name) ?? ravineStep(name);
  built.set(name, step);
  return step;
}

/**
 * One training step on the ravine, with the gradient it took as a further output.
 *
 * Inputs: x, target, learningRate, `momentum` unless it is plain descent, w and what the optimizer remembers.
 */
function ravineStep(name: ProgramName): StepGraph {
  const { batch, w, loss } = ravineLoss();
  const decay = input('momentum', []);
  const optimizer: Optimizer = name === 'sgd' ? optimizers.sgd() : optimizers[name]({ decay });
  const step = trainingStep({ name: `ravine-${name}`, batch, parameters: [w], loss, optimizer });
  return { ...step, outputs: { ...step.outputs, gradient: gradients(loss, [w])[0] } };
}

/** The two lines of each optimizer, as its docstring writes them; a for the learning rate, b for the momentum. */
export const equations: Readonly<Record<ProgramName, readonly string[]>> = {
  sgd: ['w ← w − α ∇L(w)'],
  momentum: ['v ← β v + ∇L(w)', 'w ← w − α v'],
  sutskeverMomentum: ['v ← β v − α ∇L(w)', 'w ← w + v'],
  nesterov: ['v ← β v − α ∇L(w + β v)', 'w ← w + v'],
  pytorchNesterov: ['v ← β v + g,  g = ∇L(w)', 'w ← w − α (g + β v)'],
};

/** Where each is written so. */
export const usedBy: Readonly<Record<ProgramName, string>> = {
  sgd: 'everywhere',
  momentum: 'PyTorch',
  sutskeverMomentum: 'Sutskever et al., AlexNet, Keras',
  nesterov: 'Sutskever et al., Keras',
  pytorchNesterov: 'PyTorch; the w it stores is the point that looks ahead',
};
