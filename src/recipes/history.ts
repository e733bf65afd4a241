/** Records a training run while it goes on, for `history.json`. */

import type { Measures, Meter, Tensors } from './measure.ts';
import type { TrainingHistory } from './model-card.ts';
import type { Recipe } from './recipe.ts';

export interface Recorder {
  /** Adds a record, measured on the training set; a step already recorded last is not recorded again. */
  readonly add: (now: {
    readonly step: number;
    readonly state: Tensors;
    /** Mistakes so far, under a rule. */
    readonly mistakes: number;
  }) => Promise<Measures>;
  readonly history: TrainingHistory;
}

/** @param meter measures the recipe's network on the training set */
export function recorder({ batchSize, build, history: plan, learning }: Recipe, meter: Meter): Recorder {
  const { parameters } = build(batchSize);
  const steps: number[] = [];
  const curves: Record<string, number[]> = {};
  const kept: Record<string, { shape: number[]; values: number[][] }> = {};
  for (const { name, shape } of parameters)
    if (plan.parameters.includes(name)) kept[name] = { shape: [...shape], values: [] };
  let latest: Measures = { loss: Number.NaN };
  return {
    history: { steps, curves, parameters: kept },
    async add({ step, state, mistakes }) {
      if (steps.at(-1) === step) return latest;
      latest = await meter.read(state);
      steps.push(step);
      for (const [name, mean] of Object.entries(latest))
        append(name === 'loss' ? name : `training ${name}`, mean);
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
