/** The parameters of a network's layers, declared where the layers are, with the numbers they start from. */

import { sizeOf } from '../graph/shape.ts';
import { type Input, input, type Shape, type Value } from '../graph/value.ts';
import type { Random } from '../trainer/initializers/random.ts';
import { dense } from '../trainer/layers/dense.ts';
import type { Recipe } from './recipe.ts';

/** He or Xavier: draws weights for a layer with so many inputs and outputs. */
export type Initializer = (shape: Shape, random: Random) => Float32Array;

export interface Layer {
  readonly weights: Input;
  readonly bias: Input;
}

/** @returns parameters `<name>.weights` [inputs, outputs] and `<name>.bias` [outputs] */
export const denseLayer = (name: string, inputs: number, outputs: number): Layer => ({
  weights: input(`${name}.weights`, [inputs, outputs]),
  bias: input(`${name}.bias`, [outputs]),
});

/** A dense layer with these parameters. @param x shape [N, inputs] */
export const applyDense = (x: Value, { weights, bias }: Layer): Value => dense(x, weights, bias);

/** @returns parameters `<name>.kernels` [filters, channels, size, size] and `<name>.bias` [filters] */
export const convolutionLayer = (name: string, channels: number, filters: number, size: number): Layer => ({
  weights: input(`${name}.kernels`, [filters, channels, size, size]),
  bias: input(`${name}.bias`, [filters]),
});

export const parametersOf = (...layers: readonly Layer[]): Input[] =>
  layers.flatMap(({ weights, bias }) => [weights, bias]);

/** Weights and kernels, which start at random and may decay; biases have one axis and do neither. */
export const isWeights = ({ shape }: { readonly shape: Shape }): boolean => shape.length > 1;

/**
 * Weights from an initializer, layer by layer in order; biases start at zero. Those of the last layer start
 * ten times smaller, so that before training all classes are about equally likely and the loss is about
 * log(classes).
 */
export const initialWeights =
  (parameters: readonly Input[], initializer: Initializer): Recipe['initial'] =>
  (random) => {
    const weights = parameters.filter(isWeights);
    const last = weights[weights.length - 1];
    return Object.fromEntries(
      weights.map((one) => {
        const numbers = initializer(inputsAndOutputs(one.shape), random);
        return [one.name, one === last ? numbers.map((number) => number / 10) : numbers];
      }),
    );
  };

/** A filter is a unit whose inputs are the pixels under its kernel. */
const inputsAndOutputs = (shape: Shape): Shape =>
  shape.length === 4 ? [sizeOf(shape.slice(1)), shape[0]] : shape;
