/** The figure's questions to its graphs, and their answers as the state holds them. */

import { encodeModel } from '../../onnx/model.ts';
import type { TrainingHistory } from '../../recipes/model-card.ts';
import { learningRateName, nextOf } from '../../trainer/step.ts';
import type { Engine, Numbers } from '../kit/engine.ts';
import { type Form, graphsOf, model } from './graphs.ts';
import {
  feedsOf,
  type InputNumbers,
  indexIn,
  inRows,
  parameterNames,
  startNumbers,
  withNumber,
} from './numbers.ts';
import type { Check, Moment, State } from './state.ts';

type Part = 'backward' | 'loss' | 'step';

/** Runs the shipped files where they fit, and graphs encoded in the page elsewhere. */
export function createRunner(engine: Pick<Engine, 'add' | 'run'>) {
  const added = new Set<string>();
  const run = (part: Part, form: Form, feeds: Parameters<Engine['run']>[2], compare = false) => {
    const graphs = graphsOf(form);
    if (graphs.isShipped && part !== 'loss') return engine.run(model, `${part}.onnx`, feeds, compare);
    const name = `${model}-${part}-${form.layout}-${form.activation}`;
    if (!added.has(name)) engine.add(name, encodeModel(graphs[part]));
    added.add(name);
    return engine.run(name, 'graph.onnx', feeds, compare);
  };

  return {
    /** Forward and backward pass with every value. */
    pass: (form: Form, numbers: InputNumbers): Promise<Numbers> =>
      run('backward', form, feedsOf(numbers, form.layout), true),

    /** One training step. @returns the numbers with new parameters */
    async train({ form, numbers, rate }: State): Promise<InputNumbers> {
      const outputs = await run('step', form, {
        ...feedsOf(numbers, form.layout),
        [learningRateName]: { shape: [], data: Float32Array.of(rate) },
      });
      const next = parameterNames.map((name) => [
        name,
        inRows(name, outputs[nextOf({ name, kind: 'input', dtype: 'float32', shape: [] })], form.layout),
      ]);
      return { ...numbers, ...Object.fromEntries(next) };
    },

    /** The loss with the picked parameter moved down and up. */
    async check({ form, numbers, pick, difference }: State): Promise<Check> {
      const lossAt = async (by: number) => {
        const moved = withNumber(numbers, pick, numbers[pick.name][pick.index] + by);
        return (await run('loss', form, feedsOf(moved, form.layout))).loss[0];
      };
      return { place: pick, difference, lower: await lossAt(-difference), upper: await lossAt(difference) };
    },
  };
}

/** The recorded training of the shipped model. */
export async function loadMoments(
  json: (model: string, file: string) => Promise<TrainingHistory>,
): Promise<Moment[]> {
  const { steps, parameters } = await json(model, 'history.json');
  return steps.map((step, i) => ({
    step,
    numbers: {
      ...startNumbers,
      ...Object.fromEntries(parameterNames.map((name) => [name, parameters[name].values[i]])),
    } as InputNumbers,
  }));
}

/** What backpropagation says about the picked parameter; null for an input, which has no gradient here. */
export function pickedGradient({ pick, form, pass }: State): number | null {
  if (pick.name === 'x' || pass?.form !== form) return null;
  return pass.values[`${pick.name}.gradient`][indexIn(pick.name, pick.index, form.layout)];
}

/** (L(w + ε) − L(w − ε)) / 2ε, with the step that float32 really took. */
export function slopeOf({ difference, lower, upper }: Check): number {
  return (upper - lower) / (2 * difference);
}
