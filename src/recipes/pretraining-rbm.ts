import { pretrainingRecipe } from './pretraining-family.ts';

export default pretrainingRecipe('rbm');
