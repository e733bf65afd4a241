import { coupledWeightDecay, optimizers } from '../trainer/optimizers/index.ts';
import { isWeights } from './layer-parameters.ts';
import { penaltyRecipe } from './penalty-family.ts';
import { strengthOfColumns, strengths } from './penalty-network.ts';

/** L2, whose gradient λ w joins that of the loss: under gradient descent the same as weight decay. */
export default penaltyRecipe({
  id: 'digits-l2',
  title: 'Seven regressions, L2',
  strengths: strengths.l2,
  penalty: 'L2, λ/2 Σ w², its gradient λ w added to that of the loss',
  optimizer: coupledWeightDecay(optimizers.sgd(), {
    strength: strengthOfColumns(strengths.l2),
    on: isWeights,
  }),
});
