import { type FittedUnit, fitUnit, meanSquare, type Observations, outputOf } from './fit-unit.ts';

/** Layers of polynomial units; the first unit of the last layer is the answer. */
export interface GmdhNetwork {
  /** How many numbers an observation has. */
  readonly inputs: number;
  /** Units that were kept, the best first. The first layer's take the inputs, each other's the layer before. */
  readonly layers: readonly (readonly FittedUnit[])[];
  /**
   * The least checking error of every layer that was tried. If it has one entry more than there are layers,
   * that layer brought no improvement and was thrown away, which ended the growth.
   */
  readonly criterion: readonly number[];
}

/**
 * Group method of data handling: grows a network layer by layer, each solved for by least squares.
 *
 * A layer tries every pair of its inputs: m (m − 1) / 2 units, each fitted to the training part. Those with
 * the least error on the checking part stay, and their answers are the next layer's inputs. Layers are
 * added until the best checking error stops falling.        [ivakhnenko-1968, ivakhnenko-1971]
 *
 * A layer is never changed once later ones build on it. No gradient is taken anywhere.
 *
 * @param training what coefficients are fitted to
 * @param checking what units and depth are chosen by: other observations of the same things
 * @param keep     the most units that stay in a layer, ≥ 2
 * @param layers   the most layers to grow, ≥ 1
 * @throws RangeError if there is no pair to try, or the two parts do not have the same inputs
 */
export function growNetwork(
  training: Observations,
  checking: Observations,
  { keep = 8, layers: most = 10 }: { readonly keep?: number; readonly layers?: number } = {},
): GmdhNetwork {
  const inputs = training.inputs.length;
  if (checking.inputs.length !== inputs)
    throw new RangeError(
      `growNetwork: ${inputs} inputs in the training part, ${checking.inputs.length} in the checking part`,
    );
  if (inputs < 2 || !(keep >= 2) || !(most >= 1) || checking.target.length === 0)
    throw new RangeError(
      `growNetwork: needs 2 inputs, 2 units to keep, 1 layer and 1 checking observation; got ${inputs}, ${keep}, ${most}, ${checking.target.length}`,
    );
  // An error below this is rounding, and a further layer could only learn that.
  const exact = 1e-20 * meanSquare(checking.target);
  const layers: FittedUnit[][] = [];
  const criterion: number[] = [];
  let parts = { training, checking };

  while (layers.length < most) {
    const candidates = pairs(parts.training.inputs.length).map(([i, j]) => fitUnit(i, j, parts));
    const kept = candidates.sort((a, b) => a.error - b.error).slice(0, keep);
    const previous = criterion.at(-1) ?? Number.POSITIVE_INFINITY;
    criterion.push(kept[0].error);
    if (!(kept[0].error < previous)) break;
    layers.push(kept);
    if (kept[0].error <= exact || kept.length < 2) break;
    parts = { training: answersOf(kept, parts.training), checking: answersOf(kept, parts.checking) };
  }
  return { inputs, layers, criterion };
}

const answersOf = (units: readonly FittedUnit[], { inputs, target }: Observations): Observations => ({
  inputs: units.map((unit) => outputOf(unit, inputs)),
  target,
});

const pairs = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, i) => i).flatMap((j) =>
    Array.from({ length: j }, (_, i): [number, number] => [i, j]),
  );
