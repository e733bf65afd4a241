import { tanh } from '../graph/ops/index.ts';
import { deepRecipe } from './deep-recipe.ts';

/** A slope of at most 1, near which it stays while its inputs are small. */
export default deepRecipe({ id: 'deep-tanh', name: 'tanh', activation: tanh, initializer: 'xavier' });
