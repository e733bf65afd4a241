/** Records a training run while it goes on, for `history.json`. */

import type { Measures, Meter, Tensors } from './measure.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Recipe } from './recipe.ts';

export interface Recorder {
  /** Adds a record; a step already recorded last is not recorded again. */
  readonly add: (now: {
    readonly step: number;
    readonly state: Tensors;
    /** Mistakes so far, under a rule. */
    readonly mistakes: number;
  }) => Promise<Measures>;
  /** What has been recorded so far; later records are added to it. */
  readonly history: TrainingHistory;
}

/** What measures the recipe's network for the curves, on training examples and perhaps on held-out ones. */
export interface Meters {
  readonly training: Meter;
  readonly heldOut?: Meter;
}

/** @param before the history of the epochs that were trained earlier, to be continued */
export function recorder(
  { batchSize, build, history: plan, learning }: Recipe,
  meters: Meters,
  before?: TrainingHistory,
): Recorder {
  const history = before ? structuredClone(before) : { steps: [], curves: {}, parameters: {} };
  const { steps, curves, parameters: kept } = history;
  for (const { name, shape } of build(batchSize).parameters)
    if (plan.parameters.includes(name)) kept[name] ??= { shape: [...shape], values: [] };
  let latest: Measures | undefined;
  return {
    history,
    async add({ step, state, mistakes }) {
      const known = steps.at(-1) === step;
      if (known && latest) return latest;
      latest = await meters.training.read(state);
      if (known) return latest;
      steps.push(step);
      for (const [name, mean] of Object.entries(latest))
        append(name === 'loss' ? name : `training ${name}`, mean);
      for (const [name, mean] of Object.entries((await meters.heldOut?.read(state)) ?? {}))
        append(`held-out ${name}`, mean);
      if (learning.by === 'rule') append('mistakes', mistakes);
      for (const [name, { values }] of Object.entries(kept))
        values.push(Array.from(await state[name].read(), shortest));
      return latest;
    },
  };

  function append(curve: string, value: number) {
    curves[curve] ??= [];
    curves[curve].push(shortest(value));
  }
}

/** The decimal with the fewest digits that float32 rounds to the same number: exact, and short in JSON. */
export function shortest(value: number): number {
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(single.toPrecision(digits));
    if (Math.fround(candidate) === single) return candidate;
  }
  return Number(single.toPrecision(9));
}
