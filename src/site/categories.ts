/** The categories of entries, in the order in which the home page lists them. */

export const categories = [
  'models',
  'learning rules',
  'concepts',
  'training',
  'optimisation',
  'regularisation',
  'data and contests',
  'history',
] as const;

export type Category = (typeof categories)[number];

/** The anchor of a category on the home page. */
export const categoryAnchor = (category: Category): string => `category-${category.replaceAll(' ', '-')}`;
