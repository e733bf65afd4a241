import { add, matmul, mul, reduceMean, reduceSum, reshape, sub, transpose } from '../../graph/ops/index.ts';
import { graph, type Input, input, type StepGraph, type Value } from '../../graph/value.ts';
import { learningRateName, nextOf } from '../step.ts';
import { boltzmannMachine, hiddenProbabilities, sample, visibleProbabilities } from './boltzmann-machine.ts';

/**
 * One step of contrastive divergence (CD-k) for a restricted Boltzmann machine, as a graph.
 *
 * W ← W + η (⟨v h⟩data − ⟨v h⟩k),  a ← a + η (⟨v⟩data − ⟨v⟩k),  b likewise with h        [hinton-2002]
 *
 * From the data, hidden and visible units are drawn from each other k times; what the machine does with the
 * data is strengthened, what it has wandered off to is weakened. With k → ∞ that is the gradient of the log
 * likelihood; with k = 1 it is a rough, biased and quick stand-in.
 *
 * ⟨ ⟩ are means over the batch. Hidden probabilities, not drawn states, enter the statistics: less noise,
 * the same mean [hinton-2010-guide].
 *
 * Inputs: `x` [N, visible], each number 0 … 1; for each sweep s = 1 … k `hiddenUniforms.s` [N, hidden] and
 * `visibleUniforms.s` [N, visible], in [0, 1); scalar `learningRate`; `weights`, `visibleBias`, `hiddenBias`.
 * Outputs: `loss`, the squared error of the first reconstruction, summed over units, mean over the batch (it
 * is watched, not descended); `reconstruction`, its probabilities; `<parameter>.next`.
 *
 * @param sweeps k ≥ 1
 * @throws RangeError if there is no sweep
 */
export function contrastiveDivergence(
  visible: number,
  hidden: number,
  { batchSize, sweeps = 1 }: { readonly batchSize: number; readonly sweeps?: number },
): StepGraph {
  if (!(sweeps >= 1)) throw new RangeError(`contrastiveDivergence: takes 1 sweep or more, got ${sweeps}`);
  const x = input('x', [batchSize, visible]);
  const learningRate = input(learningRateName, []);
  const machine = boltzmannMachine(visible, hidden);
  const uniforms: Input[] = [];
  const drawn = (probabilities: Value, name: string): Value => {
    const uniform = input(name, probabilities.shape);
    uniforms.push(uniform);
    return sample(probabilities, uniform);
  };

  const h = hiddenProbabilities(x, machine);
  const reconstruction = visibleProbabilities(drawn(h, 'hiddenUniforms.1'), machine);
  let vk = drawn(reconstruction, 'visibleUniforms.1');
  for (let s = 2; s <= sweeps; s++) {
    const hs = drawn(hiddenProbabilities(vk, machine), `hiddenUniforms.${s}`);
    vk = drawn(visibleProbabilities(hs, machine), `visibleUniforms.${s}`);
  }
  const hk = hiddenProbabilities(vk, machine);

  const together = (v: Value, other: Value): Value => mul(1 / batchSize, matmul(transpose(v), other));
  const mean = (units: Value): Value => reshape(reduceMean(units, [0]), [units.shape[1]]);
  const { weights, visibleBias, hiddenBias } = machine;
  const pushes: [Input, Value][] = [
    [weights, sub(together(x, h), together(vk, hk))],
    [visibleBias, mean(sub(x, vk))],
    [hiddenBias, mean(sub(h, hk))],
  ];

  const error = sub(x, reconstruction);
  const outputs: Record<string, Value> = {
    loss: reduceMean(reduceSum(mul(error, error), [1])),
    reconstruction,
  };
  for (const [parameter, push] of pushes)
    outputs[nextOf(parameter)] = add(parameter, mul(learningRate, push));
  const parameters = pushes.map(([parameter]) => parameter);
  return {
    ...graph(`cd-${sweeps}`, outputs, [x, ...uniforms, learningRate, ...parameters]),
    carried: parameters.map((from) => ({ from, to: nextOf(from) })),
  };
}
