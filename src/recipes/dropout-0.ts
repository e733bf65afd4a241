import { dropoutRecipe } from './dropout-family.ts';

/** Every hidden unit is there in every step: what dropout is compared with. */
export default dropoutRecipe(0);
