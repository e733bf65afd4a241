import { adam } from './adam.ts';
import type { Optimizer } from './optimizer.ts';
import { decoupledWeightDecay } from './weight-decay.ts';

/**
 * AdamW: Adam with decoupled weight decay.
 *
 * θ ← θ − η λ θ − η m̂ / (√ŝ + ε)        [loshchilov-2019]
 *
 * @param strength λ ≥ 0; the default is PyTorch's
 * @throws RangeError if a number is out of range
 */
export const adamw = ({
  strength = 0.01,
  ...settings
}: { readonly strength?: number } & Parameters<typeof adam>[0] = {}): Optimizer =>
  decoupledWeightDecay(adam(settings), { strength });
