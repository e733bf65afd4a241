import { shortest } from './history.ts';

/**
 * A check that remembers the last loss that was a number, so that its error can say where things went wrong.
 * @param rateAt the learning rate of each step
 */
export function finiteLoss(rateAt: (step: number) => number) {
  let last = 'there was none before it';
  /** @param step the one after whose update the loss was measured; 0 is the start */
  return (step: number, loss: number): void => {
    if (!Number.isFinite(loss))
      throw new Error(
        `the loss is ${loss} after step ${step} (learning rate ${rateAt(Math.max(step, 1))}); ` +
          `the last finite loss: ${last}. Try a smaller learning rate.`,
      );
    last = `${shortest(loss)} after step ${step}`;
  };
}
