import { add, matmul, mul, sigmoid, slice, tanh } from '../../graph/ops/index.ts';
import { formatShape } from '../../graph/shape.ts';
import type { Value } from '../../graph/value.ts';
import { type RecurrentWeights, zeroState } from './recurrent.ts';

/**
 * Long short-term memory with forget gates: a memory cell that is written, kept and read through gates.
 *
 * i, f, o = σ(xₜ W + hₜ₋₁ U + b),  g = tanh(likewise)        each with its own quarter of W, U and b
 * cₜ = f ⊙ cₜ₋₁ + i ⊙ g,  hₜ = o ⊙ tanh(cₜ),  h₀ = c₀ = 0        [gers-2000]
 *
 * While f is near 1 the cell's gradient passes through time undiminished. In 1997 there was no f: the
 * cell only added up. [hochreiter-1997] A bias of 1 or more for f, at first, lets it remember.
 *
 * The quarters lie in PyTorch's order: input gate i, forget gate f, candidate g, output gate o.
 *
 * @param steps   x₁, x₂ …, each of shape [N, 1, inputs]
 * @param weights W [inputs, 4 · units], U [units, 4 · units], b [4 · units]
 * @returns h₁, h₂ …, each of shape [N, 1, units]
 * @throws RangeError if the lengths do not fit
 */
export function lstm(
  steps: readonly Value[],
  { inputWeights, recurrentWeights, bias }: RecurrentWeights,
): Value[] {
  const [units, columns] = recurrentWeights.shape;
  if (columns !== 4 * units)
    throw new RangeError(
      `lstm: recurrent weights ${formatShape(recurrentWeights.shape)}: ${units} units take ${4 * units} columns, ${units} for each gate`,
    );
  let state: Value = zeroState(recurrentWeights);
  let memory = state;
  return steps.map((x) => {
    const sums = add(add(matmul(x, inputWeights), matmul(state, recurrentWeights)), bias);
    const [input, forget, candidate, output] = [0, 1, 2, 3].map((quarter) =>
      slice(sums, [2], [quarter * units], [(quarter + 1) * units]),
    );
    const kept = mul(sigmoid(forget), memory);
    memory = add(kept, mul(sigmoid(input), tanh(candidate)));
    state = mul(sigmoid(output), tanh(memory));
    return state;
  });
}
