/** The training loop. The build script and the widgets run this same function. */

import type { DeviceTensor, Session } from '../graph/session.ts';
import { sizeOf } from '../graph/shape.ts';
import type { StepGraph } from '../graph/value.ts';
import { learningRateName } from './step.ts';

/** Numbers for each batch input of the step graph, row-major. */
export type Batch = Readonly<Record<string, Float32Array>>;

/** The tensors are valid until the next step: read them, if at all, before asking for it. */
export interface Progress {
  /** Steps done, from 1. */
  readonly step: number;
  /** The loss before this step's update, on this step's batch. */
  readonly loss: DeviceTensor;
  /** Parameters and optimizer memory after this step, by input name. */
  readonly state: Readonly<Record<string, DeviceTensor>>;
}

/**
 * Runs the step once per batch and feeds what it carries back into it.
 *
 * @param initial starting numbers by input name; carried inputs not named start at zero
 * @param learningRate a number, or its schedule as a function of the step (from 1)
 * @param schedules further scalar inputs of the step, such as a momentum that rises
 * @throws Error if the step graph has an input that nothing feeds
 */
export async function* train(
  session: Session,
  step: StepGraph,
  {
    batches,
    initial,
    learningRate,
    schedules = {},
  }: {
    readonly batches: Iterable<Batch> | AsyncIterable<Batch>;
    readonly initial: Readonly<Record<string, Float32Array>>;
    readonly learningRate: number | ((step: number) => number);
    readonly schedules?: Readonly<Record<string, (step: number) => number>>;
  },
): AsyncGenerator<Progress> {
  const scalars: Readonly<Record<string, (step: number) => number>> = {
    [learningRateName]: typeof learningRate === 'number' ? () => learningRate : learningRate,
    ...schedules,
  };
  let state: Record<string, DeviceTensor> = {};
  for (const { from } of step.carried)
    state[from.name] = session.upload(from.shape, initial[from.name] ?? new Float32Array(sizeOf(from.shape)));
  let alive = Object.values(state);
  try {
    let count = 0;
    for await (const batch of batches) {
      count++;
      const fed: Record<string, DeviceTensor> = {};
      let outputs: Record<string, DeviceTensor>;
      try {
        for (const one of step.inputs) {
          if (one.name in state) continue;
          const data = one.name in scalars ? Float32Array.of(scalars[one.name](count)) : batch[one.name];
          if (!data) throw new Error(`train "${step.name}": nothing feeds the input "${one.name}"`);
          fed[one.name] = session.upload(one.shape, data);
        }
        outputs = await session.run({ ...fed, ...state });
      } finally {
        for (const tensor of Object.values(fed)) tensor.dispose();
      }
      for (const tensor of alive) tensor.dispose();
      alive = Object.values(outputs);
      state = Object.fromEntries(step.carried.map(({ from, to }) => [from.name, outputs[to]]));
      yield { step: count, loss: outputs.loss, state };
    }
  } finally {
    for (const tensor of alive) tensor.dispose();
  }
}
