import { relu } from '../graph/ops/index.ts';
import { deepRecipe } from './deep-recipe.ts';

/** A slope of exactly 1 or exactly 0. */
export default deepRecipe({ id: 'deep-relu', name: 'ReLU', activation: relu, initializer: 'he' });
