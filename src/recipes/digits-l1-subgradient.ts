import { mul } from '../graph/ops/index.ts';
import { l1 } from '../trainer/regularizers/l1.ts';
import { penaltyRecipe } from './penalty-family.ts';
import { strengths } from './penalty-network.ts';

/** L1 as automatic differentiation takes it: the subgradient λ sign(w) is part of the gradient. */
export default penaltyRecipe({
  id: 'digits-l1-subgradient',
  title: 'Seven regressions, L1 by its subgradient',
  strengths: strengths.l1,
  penalty: 'L1, λ Σ |w|, in the loss; its subgradient is λ sign(w), 0 at 0',
  objective: (weights, strength) => l1([mul(weights, strength)], 1),
});
