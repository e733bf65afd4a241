import { leakyRelu } from '../graph/ops/index.ts';
import { deepRecipe } from './deep-recipe.ts';

/** A slope of 1 or a hundredth: no unit can fall silent for good. */
export default deepRecipe({
  id: 'deep-leaky-relu',
  name: 'leaky ReLU',
  activation: (z) => leakyRelu(z),
  initializer: 'he',
});
