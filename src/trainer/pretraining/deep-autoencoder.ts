/** A stack of pretrained layers unfolded into a deep autoencoder. */

import { sigmoid } from '../../graph/ops/index.ts';
import { type Input, input, type Value } from '../../graph/value.ts';
import { dense } from '../layers/dense.ts';
import type { PretrainedLayer } from './learn-layer.ts';

/**
 * Down through all layers to the code and back up to the input, all units sigmoid. [hinton-2006-science]
 *
 * Parameters are `encoder<l>.weights`, `.bias` and `decoder<l>.weights`, `.bias`, layers counted from the
 * input; those of one layer start as transposes of each other and are then trained apart. The paper's code
 * units are linear; these are not.
 *
 * @param x     each number 0 … 1, shape [N, sizes[0]]
 * @param sizes of the layers, from the input to the code
 * @returns the code, the logits of the reconstruction, to be fed to `logisticLoss`, and the parameters
 */
export function deepAutoencoder(
  x: Value,
  sizes: readonly number[],
): { readonly code: Value; readonly logits: Value; readonly parameters: readonly Input[] } {
  const parameters: Input[] = [];
  const layer = (name: string, units: Value, outputs: number): Value => {
    const weights = input(`${name}.weights`, [units.shape[1], outputs]);
    const bias = input(`${name}.bias`, [outputs]);
    parameters.push(weights, bias);
    return dense(units, weights, bias);
  };
  let code = x;
  for (let l = 1; l < sizes.length; l++) code = sigmoid(layer(`encoder${l}`, code, sizes[l]));
  let logits = code;
  for (let l = sizes.length - 1; l >= 1; l--)
    logits = layer(`decoder${l}`, l === sizes.length - 1 ? code : sigmoid(logits), sizes[l - 1]);
  return { code, logits, parameters };
}

/** The numbers that pretrained layers give a deep autoencoder to start from, by parameter name. */
export function unfolded(layers: readonly PretrainedLayer[]): Record<string, Float32Array> {
  const parts = layers.map(({ visible, hidden, weights, hiddenBias, visibleBias }, i) => ({
    [`encoder${i + 1}.weights`]: weights,
    [`encoder${i + 1}.bias`]: hiddenBias,
    [`decoder${i + 1}.weights`]: weights.map(
      (_, at) => weights[(at % visible) * hidden + Math.floor(at / visible)],
    ),
    [`decoder${i + 1}.bias`]: visibleBias,
  }));
  return Object.assign({}, ...parts);
}
