/** What Conv asks of its inputs, and the shape it gives. */

import { formatShape, sameShape } from '../shape.ts';
import type { Attributes, Shape, Value } from '../value.ts';
import { expectTypes } from './elementwise.ts';
import { windowCounts, windowOf } from './window.ts';

/**
 * @param inputs images, kernels and perhaps a bias
 * @throws RangeError naming the shapes, if channels, filters and groups do not fit or no window does
 */
export function convolvedShape(inputs: readonly Value[], attributes: Attributes): Shape {
  const [x, kernels, bias] = inputs;
  expectTypes('Conv', inputs, bias ? ['float32', 'float32', 'float32'] : ['float32', 'float32']);
  const place = `Conv: images ${formatShape(x.shape)}, kernels ${formatShape(kernels.shape)}`;
  if (kernels.shape.length !== 4)
    throw new RangeError(`${place}: kernels have shape [filters, channels / group, height, width]`);
  const [filters, depth, ...kernel] = kernels.shape;
  const group = attributes.group as number;
  const counts = windowCounts('Conv', x, windowOf(attributes, kernel));
  if (x.shape[1] !== depth * group || filters % group !== 0)
    throw new RangeError(
      `${place}: ${x.shape[1]} channels and ${filters} filters do not go into ${group} group(s) with ${depth} channels a filter`,
    );
  if (bias && !sameShape(bias.shape, [filters]))
    throw new RangeError(
      `${place}: ${filters} filters take a bias [${filters}], got ${formatShape(bias.shape)}`,
    );
  return [x.shape[0], filters, ...counts];
}
