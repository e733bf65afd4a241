import { optimizers, proximalL1 } from '../trainer/optimizers/index.ts';
import { isWeights } from './layer-parameters.ts';
import { penaltyRecipe } from './penalty-family.ts';
import { strengthOfColumns, strengths } from './penalty-network.ts';

/** L1 by proximal steps: a step on the loss, then soft thresholding, which makes weights exactly zero. */
export default penaltyRecipe({
  id: 'digits-l1-proximal',
  title: 'Seven regressions, L1 by proximal steps',
  strengths: strengths.l1,
  penalty: 'L1, λ Σ |w|, as soft thresholding by η λ after each step',
  optimizer: proximalL1(optimizers.sgd(), { strength: strengthOfColumns(strengths.l1), on: isWeights }),
});
