/** The training steps that race on the saddle, and its losses, as graphs built by the trainer. */

import { gradients } from '../../graph/autodiff.ts';
import { add, matmul, mul, reduceSum, slice, sub, transpose } from '../../graph/ops/index.ts';
import { type Graph, graph, input, type StepGraph } from '../../graph/value.ts';
import { tiedAutoencoder } from '../../recipes/tied-autoencoder.ts';
import { optimizers } from '../../trainer/optimizers/index.ts';
import type { Optimizer } from '../../trainer/optimizers/optimizer.ts';
import { trainingStep } from '../../trainer/step.ts';
import type { Form, RacerName } from './state.ts';

export const points = 4;
/** Of momentum and Nesterov momentum. */
export const momentum = 0.9;

const built = new Map<string, Graph>();
function once<Made extends Graph>(name: string, make: () => Made): Made {
  const made = (built.get(name) as Made | undefined) ?? make();
  built.set(name, made);
  return made;
}

export const formName = ({ decay, epsilon, epsilonInside, centred }: Form): string =>
  `${decay}-${epsilon}-${epsilonInside ? 'inside' : 'outside'}${centred ? '-centred' : ''}`;

const optimizerOf = (racer: RacerName, form: Form): Optimizer =>
  ({
    sgd: () => optimizers.sgd(),
    momentum: () => optimizers.momentum({ decay: momentum }),
    nesterov: () => optimizers.nesterov({ decay: momentum }),
    adagrad: () => optimizers.adagrad(),
    rmsprop: () => optimizers.rmsprop(form),
    adam: () => optimizers.adam(),
  })[racer]();

/** A racer's training step, with the gradient it took as a further output. The same settings give the same graph. */
export function racerStep(racer: RacerName, form: Form): StepGraph {
  const name = racer === 'rmsprop' ? `saddle-rmsprop-${formName(form)}` : `saddle-${racer}`;
  return once(name, () => {
    const { x, w, loss } = tiedAutoencoder(points);
    const step = trainingStep({
      name,
      batch: [x],
      parameters: [w],
      loss,
      optimizer: optimizerOf(racer, form),
    });
    return { ...step, outputs: { ...step.outputs, gradient: gradients(loss, [w])[0] } };
  });
}

/** The losses of many weights at once: `weights`, shape [M, 2], gives `loss`, shape [M]. */
export function lossesGraph(count: number): Graph {
  return once(`saddle-losses-${count}`, () => {
    const x = input('x', [points, 2]);
    const weights = input('weights', [count, 2]);
    const hidden = matmul(weights, transpose(x));
    const squares = [0, 1].map((k) => {
      const image = mul(hidden, slice(weights, [1], [k], [k + 1]));
      const error = sub(transpose(slice(x, [1], [k], [k + 1])), image);
      return reduceSum(mul(error, error), [1]);
    });
    const loss = mul(1 / (2 * points), add(squares[0], squares[1]));
    return graph(`saddle-losses-${count}`, { loss }, [x, weights]);
  });
}

/** RMSprop on one number whose gradient is fed: the loss is `push` times it. */
export function exampleStep(form: Form): StepGraph {
  const name = `example-rmsprop-${formName(form)}`;
  return once(name, () => {
    const w = input('w', [1]);
    const push = input('push', [1]);
    const loss = reduceSum(mul(push, w));
    return trainingStep({ name, batch: [push], parameters: [w], loss, optimizer: optimizers.rmsprop(form) });
  });
}
