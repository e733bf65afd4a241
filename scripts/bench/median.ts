/** Half of the list is at most this; of an even number, the upper of the two in the middle. @param list not empty */
export const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1];
