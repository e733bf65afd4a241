import { dropoutRecipe } from './dropout-family.ts';

/** Half of the hidden units sit out each training step. */
export default dropoutRecipe(0.5);
