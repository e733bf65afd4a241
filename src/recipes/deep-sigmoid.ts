import { sigmoid } from '../graph/ops/index.ts';
import { deepRecipe } from './deep-recipe.ts';

/** Eleven slopes of at most a quarter: the first layers get almost no gradient and do not learn. */
export default deepRecipe({
  id: 'deep-sigmoid',
  name: 'sigmoid',
  activation: sigmoid,
  initializer: 'xavier',
});
