import type { Random } from '../trainer/initializers/random.ts';
import type { Examples } from './dataset.ts';

/**
 * Long-lag recall: the first symbol of a sequence has to be named at its end, whatever came between.
 *
 * After experiment 2 of [hochreiter-1997]. A sequence is one of `symbols` cues, then `lag` distractors drawn
 * from as many other symbols, then a mark that asks for the answer.
 *
 * @param symbols how many cues there are, and how many distractors
 * @param lag     distractors between cue and question, 0 or more
 * @returns `x` holds (lag + 2) × (2 symbols + 1) numbers an example: each step one-hot, first the cues, then
 *          the distractors, then the mark; `target` the cue, one-hot over the cues
 * @throws RangeError if there is nothing to tell apart, or the lag is negative
 */
export function recall(
  count: number,
  { symbols, lag }: { readonly symbols: number; readonly lag: number },
  random: Random,
): Examples {
  if (!(Number.isInteger(symbols) && symbols >= 2))
    throw new RangeError(`recall: at least 2 symbols are needed, got ${symbols}`);
  if (!(Number.isInteger(lag) && lag >= 0))
    throw new RangeError(`recall: lag must be at least 0, got ${lag}`);
  const width = 2 * symbols + 1;
  const x = new Float32Array(count * (lag + 2) * width);
  const target = new Float32Array(count * symbols);
  for (let i = 0; i < count; i++) {
    const cue = random.below(symbols);
    const shown = [cue, ...Array.from({ length: lag }, () => symbols + random.below(symbols)), 2 * symbols];
    shown.forEach((symbol, step) => {
      x[(i * (lag + 2) + step) * width + symbol] = 1;
    });
    target[i * symbols + cue] = 1;
  }
  return { count, x, target };
}
