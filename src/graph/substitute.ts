import { apply, topologicalOrder, type Value } from './value.ts';

/**
 * The same computation with other values in the place of some: a network, for example, on a picture that is
 * itself computed.
 *
 * @param replacements from a value of the graph to what stands in its place, of the same type and shape
 * @throws RangeError if an operator does not take what stands in the place of its input
 */
export function substitute(value: Value, replacements: ReadonlyMap<Value, Value>): Value {
  const replaced = new Map(replacements);
  for (const one of topologicalOrder([value])) {
    if (replaced.has(one) || one.kind !== 'result') continue;
    const inputs = one.inputs.map((from) => replaced.get(from) ?? from);
    if (inputs.some((to, i) => to !== one.inputs[i]))
      replaced.set(one, apply(one.op, inputs, one.attributes));
  }
  return replaced.get(value) ?? value;
}
