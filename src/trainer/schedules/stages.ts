import type { Schedule } from './schedule.ts';

/**
 * A number per stage of the training.
 *
 * @param stages the first step of each stage and its value, in order; the first stage starts at step 1
 * @throws RangeError if the stages do not start at 1 and rise
 */
export function stages(...stages: readonly (readonly [from: number, value: number])[]): Schedule {
  const starts = stages.map(([from]) => from);
  if (starts[0] !== 1 || starts.some((from, i) => i > 0 && from <= starts[i - 1]))
    throw new RangeError(`stages: must start at step 1 and rise, got steps ${starts.join(', ')}`);
  return (step) => stages.reduce((current, [from, value]) => (step >= from ? value : current), stages[0][1]);
}

/**
 * Momentum in three stages: 0.5 while the direction still changes, then 0.9, at last 0.99.
 * [hinton-2010-guide, hinton-2012-lec6]
 *
 * @param second first step of the stage with 0.9
 * @param third  first step of the stage with 0.99
 */
export const stagedMomentum = ({
  second,
  third,
}: {
  readonly second: number;
  readonly third: number;
}): Schedule => stages([1, 0.5], [second, 0.9], [third, 0.99]);
