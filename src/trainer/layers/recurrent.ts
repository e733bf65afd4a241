import { add, matmul, slice, tanh } from '../../graph/ops/index.ts';
import { constant, type Value } from '../../graph/value.ts';

export interface RecurrentWeights {
  /** W, shape [inputs, units]. */
  readonly inputWeights: Value;
  /** U, shape [units, units]. */
  readonly recurrentWeights: Value;
  /** b, shape [units]. */
  readonly bias: Value;
}

/**
 * Simple (Elman) recurrent layer: units that see, beside the input, what they said one step before.
 *
 * hₜ = tanh(xₜ W + hₜ₋₁ U + b), h₀ = 0        [goodfellow-2016, §10.2]
 *
 * Unrolled: every time step is a layer of one deep graph that shares its weights, so backpropagation
 * through it is backpropagation through time.
 *
 * @param steps x₁, x₂ …, each of shape [N, 1, inputs]; `timeSteps` cuts a sequence into them
 * @returns h₁, h₂ …, each of shape [N, 1, units]: the steps of a next layer; `concat(states, 1)` joins them
 * @throws RangeError if the lengths do not fit
 */
export function recurrent(
  steps: readonly Value[],
  { inputWeights, recurrentWeights, bias }: RecurrentWeights,
): Value[] {
  let state: Value = zeroState(recurrentWeights);
  return steps.map((x) => {
    const sum = add(matmul(x, inputWeights), matmul(state, recurrentWeights));
    state = tanh(add(sum, bias));
    return state;
  });
}

/** A sequence of shape [N, time, inputs] as `time` values of shape [N, 1, inputs]. */
export const timeSteps = (x: Value): Value[] =>
  Array.from({ length: x.shape[1] }, (_, time) => slice(x, [1], [time], [time + 1]));

/** The state before the first step, for any batch size. @param recurrentWeights shape [units, …] */
export function zeroState({ shape: [units] }: Value): Value {
  return constant(new Array<number>(units).fill(0), 'float32', [1, 1, units]);
}
