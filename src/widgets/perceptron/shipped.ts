/** What was recorded when the shipped models were trained, as the figure shows it. */

import { separablePoints } from '../../recipes/linear-unit.ts';
import type { TrainingHistory } from '../../recipes/model-card.ts';
import { pointsOf } from './points.ts';
import { type Moment, type NetworkMoment, rules, type Shipped } from './state.ts';

/** @param json reads a file beside a model */
export async function loadShipped(json: <T>(model: string, file: string) => Promise<T>): Promise<Shipped> {
  const read = (model: string) => json<TrainingHistory>(model, 'history.json');
  const noFiles = { read: () => Promise.reject(new Error('the points come from a seed, not from files')) };
  const [{ training }, perceptron, delta, network] = await Promise.all([
    separablePoints.load(noFiles),
    read(rules.perceptron.model),
    read(rules.delta.model),
    read('xor-mlp'),
  ]);
  return {
    points: pointsOf(training),
    perceptron: moments(perceptron),
    delta: moments(delta),
    network: networkMoments(network),
  };
}

const moments = ({ steps, curves, parameters }: TrainingHistory): Moment[] =>
  steps.map((step, i) => {
    const [w1, w2] = parameters.weights.values[i];
    return {
      step,
      mistakes: curves.mistakes[i],
      unit: { weights: [w1, w2], bias: parameters.bias.values[i][0] },
    };
  });

const networkMoments = ({ steps, curves, parameters }: TrainingHistory): NetworkMoment[] =>
  steps.map((step, i) => ({
    step,
    loss: curves.loss[i],
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, { values }]) => [name, values[i]])),
  }));
