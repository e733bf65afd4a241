/** A grown network as a graph with its coefficients, ready to be encoded. */

import { slice } from '../../graph/ops/index.ts';
import { type Graph, graph, type Input, input, type Value } from '../../graph/value.ts';
import type { GmdhNetwork } from './grow-network.ts';
import { polynomialUnit } from './polynomial-unit.ts';

/**
 * Only units that the answer depends on are in the graph: the others helped to choose and are gone.
 *
 * Inputs: `x` [N, inputs] and, for each unit, `layer<l>.unit<u>.weights` [5, 1] and `.bias` [1]; layers count
 * from 1, units from 0. Output: `y` [N, 1].
 *
 * @param batchSize N
 * @returns the graph, and the numbers of its parameters in float32 by input name. Two nearly equal inputs
 * can have large coefficients that almost cancel, and then float32 costs digits.
 * @throws RangeError if the network has no layer
 */
export function gmdhGraph(
  { inputs, layers }: GmdhNetwork,
  batchSize: number,
): { readonly graph: Graph; readonly parameters: Readonly<Record<string, Float32Array>> } {
  if (layers.length === 0) throw new RangeError('gmdhGraph: the network has no layer');
  const x = input('x', [batchSize, inputs]);
  const parameters: Record<string, Float32Array> = {};
  const built = new Map<string, Value>();

  function parameter(name: string, shape: readonly number[], numbers: readonly number[]): Input {
    parameters[name] = Float32Array.from(numbers);
    return input(name, shape);
  }

  function answerOf(layer: number, unit: number): Value {
    if (layer === 0) return slice(x, [1], [unit], [unit + 1]);
    const name = `layer${layer}.unit${unit}`;
    const known = built.get(name);
    if (known) return known;
    const { first, second, coefficients } = layers[layer - 1][unit];
    const value = polynomialUnit(
      answerOf(layer - 1, first),
      answerOf(layer - 1, second),
      parameter(`${name}.weights`, [5, 1], coefficients.slice(1)),
      parameter(`${name}.bias`, [1], coefficients.slice(0, 1)),
    );
    built.set(name, value);
    return value;
  }

  return { graph: graph('gmdh', { y: answerOf(layers.length, 0) }, [x]), parameters };
}
