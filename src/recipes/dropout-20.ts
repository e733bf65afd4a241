import { dropoutRecipe } from './dropout-family.ts';

/** A fifth of the hidden units sits out each training step. */
export default dropoutRecipe(0.2);
