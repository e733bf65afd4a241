/** One training step, forward, backward and update, as a graph. */

import { gradients } from '../graph/autodiff.ts';
import { graph, type Input, input, type StepGraph, type Value } from '../graph/value.ts';
import type { Optimizer } from './optimizers/optimizer.ts';

/** The name under which a step gives the next value of a carried input. */
export const nextOf = (one: Input): string => `${one.name}.next`;

/** The scalar input of every step graph. */
export const learningRateName = 'learningRate';

/**
 * Loss, gradients and updated parameters in one graph, ready to be run in a loop by `train`.
 *
 * Inputs: the batch, a scalar `learningRate`, the parameters and the optimizer's memory
 * (`<parameter>.<role>`, zero at first). Outputs: `loss`, `<parameter>.next` and `<parameter>.<role>.next`.
 *
 * @param loss scalar
 * @param batch inputs fed anew on each step
 * @param reports further outputs, made from the gradients of the parameters in their order
 * @throws RangeError if the loss is not a scalar
 */
export function trainingStep({
  name,
  batch,
  parameters,
  loss,
  optimizer,
  reports,
}: {
  readonly name: string;
  readonly batch: readonly Input[];
  readonly parameters: readonly Input[];
  readonly loss: Value;
  readonly optimizer: Optimizer;
  readonly reports?: ((gradients: readonly Value[]) => Readonly<Record<string, Value>>) | undefined;
}): StepGraph {
  const learningRate = input(learningRateName, []);
  const outputs: Record<string, Value> = { loss };
  const carried: { from: Input; to: string }[] = [];
  const keep = (from: Input, next: Value) => {
    outputs[nextOf(from)] = next;
    carried.push({ from, to: nextOf(from) });
    return next;
  };
  const slopes = gradients(loss, parameters);
  parameters.forEach((parameter, i) => {
    const next = optimizer({
      parameter,
      gradient: slopes[i],
      learningRate,
      carry(role, nextMemory, shape = parameter.shape) {
        const memory = input(`${parameter.name}.${role}`, shape);
        return keep(memory, nextMemory(memory));
      },
    });
    keep(parameter, next);
  });
  Object.assign(outputs, reports?.(slopes));
  return { ...graph(name, outputs, [...batch, learningRate, ...carried.map(({ from }) => from)]), carried };
}
