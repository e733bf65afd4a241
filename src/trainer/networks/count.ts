/** How much a network holds and how much it does, counted on its graph; nothing is computed. */

import { sizeOf } from '../../graph/shape.ts';
import { type Input, topologicalOrder, type Value } from '../../graph/value.ts';

/** Whether a value is trained: inputs of networks are called `x`, parameters `<layer>.<what>`. */
const isParameter = (value: Value): value is Input => value.kind === 'input' && value.name.includes('.');

/** @returns by layer, how many numbers are trained */
export function countParameters(network: Value): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of topologicalOrder([network]).filter(isParameter)) {
    const [layer] = one.name.split('.');
    counts[layer] = (counts[layer] ?? 0) + sizeOf(one.shape);
  }
  return counts;
}

/**
 * @returns by layer, how often a weight is multiplied for one example: each weight once for every place it is
 *          used at. Normalisation, pooling and biases multiply no weight and are left out.
 */
export function countMultiplications(network: Value): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of topologicalOrder([network])) {
    if (one.kind !== 'result' || !['Conv', 'MatMul'].includes(one.op.name)) continue;
    const weights = one.inputs[1];
    if (!isParameter(weights)) continue;
    const places = one.op.name === 'Conv' ? sizeOf(one.shape.slice(2)) : 1;
    counts[weights.name.split('.')[0]] = sizeOf(weights.shape) * places;
  }
  return counts;
}

export const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);
