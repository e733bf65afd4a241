import { add, conv, exp, log, mul } from '../../graph/ops/index.ts';
import { formatShape } from '../../graph/shape.ts';
import { constant, type Value } from '../../graph/value.ts';

/**
 * Local response normalisation: a strong answer damps those of neighbouring channels at the same pixel.
 *
 * bᵢ = aᵢ / (k + α Σⱼ aⱼ²)^β, over the `size` channels j around i        [krizhevsky-2012, §3.3]
 *
 * This α multiplies the sum, as in the paper. PyTorch, Caffe and the ONNX operator LRN divide α by `size`
 * first: to reproduce them, give α / size here (the paper's 10⁻⁴ is their 5 · 10⁻⁴).
 *
 * Composed, because the WebGPU provider lists no LRN: the sum over neighbours is a 1 × 1 convolution
 * with a band of ones.
 *
 * @param x    a, shape [N, channels, height, width]
 * @param size channels that take part in a sum, odd; fewer at either end
 * @throws RangeError if `size` is even, since the window would have no middle
 */
export function localResponseNormalization(
  x: Value,
  { size = 5, alpha = 1e-4, beta = 0.75, k = 2 } = {},
): Value {
  if (size % 2 !== 1)
    throw new RangeError(
      `localResponseNormalization: ${formatShape(x.shape)}: a window of ${size} channels has no middle; take an odd size`,
    );
  const channels = x.shape[1];
  const band = Array.from({ length: channels ** 2 }, (_, at) =>
    2 * Math.abs((at % channels) - Math.floor(at / channels)) < size ? 1 : 0,
  );
  const energy = conv(mul(x, x), constant(band, 'float32', [channels, channels, 1, 1]));
  const damping = log(add(k, mul(alpha, energy)));
  return mul(x, exp(mul(-beta, damping)));
}
