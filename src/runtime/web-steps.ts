/** A training step run many times, its state staying where it is computed. */

import type { DeviceTensor, Session } from '../graph/session.ts';
import { type Feeds, type Numbers, numbersOf, release, type Tensors, uploaded } from './web-numbers.ts';

export interface Steps {
  /** What the inputs that are carried hold before the first step: parameters, and an optimizer's memory. */
  readonly state: Feeds;
  /** After each step the output `to` becomes the input `from`. */
  readonly carried: readonly { readonly from: string; readonly to: string }[];
  /** The other inputs, such as `x`, `target` and `learningRate`; one step for each element. */
  readonly batches: readonly Feeds[];
  /** Outputs whose numbers are wanted of every step, such as `loss`. */
  readonly keep: readonly string[];
}

/** Where training left the numbers. */
export interface Divergence {
  /** Index into `batches`. */
  readonly step: number;
  readonly output: string;
  /** NaN or ±Infinity. */
  readonly value: number;
}

export interface StepsResult {
  /** By input name: the state after the last step, or before the one that diverged. */
  readonly state: Numbers;
  /** What was to be kept, of each step that was run, the diverged one included. */
  readonly kept: readonly Numbers[];
  /** The first kept scalar that is not a finite number; no further step was run. */
  readonly diverged: Divergence | null;
}

/**
 * @param between awaited before each step: lets others have their turn, and ends the run by throwing
 * @throws Error naming a state or an output that does not exist
 */
export async function runSteps(
  session: Session,
  { state, carried, batches, keep }: Steps,
  between: () => Promise<void> = async () => {},
): Promise<StepsResult> {
  const stray = carried.find(({ from }) => !(from in state));
  if (stray) throw new Error(`steps: "${stray.from}" is carried, but the state has no such input`);
  const kept: Numbers[] = [];
  let diverged: Divergence | null = null;
  let current = uploaded(session, state);
  try {
    for (const [step, batch] of batches.entries()) {
      await between();
      const outputs = await runWith(session, batch, current);
      const going = new Set<DeviceTensor>(Object.values(outputs));
      try {
        const numbers = await numbersOf(picked(outputs, keep));
        kept.push(numbers);
        diverged = firstDivergence(numbers, step);
        if (diverged) break;
        const next = picked(
          outputs,
          carried.map(({ to }) => to),
        );
        const replaced = Object.fromEntries(carried.map(({ from, to }) => [from, next[to]]));
        for (const { from } of carried) going.add(current[from]);
        for (const tensor of Object.values(replaced)) going.delete(tensor);
        current = { ...current, ...replaced };
      } finally {
        release(going);
      }
    }
    return { state: await numbersOf(current), kept, diverged };
  } finally {
    release(Object.values(current));
  }
}

async function runWith(session: Session, batch: Feeds, state: Tensors): Promise<Tensors> {
  const fed = uploaded(session, batch);
  try {
    return await session.run({ ...fed, ...state });
  } finally {
    release(Object.values(fed));
  }
}

function picked(outputs: Tensors, names: readonly string[]): Tensors {
  const missing = names.find((name) => !(name in outputs));
  if (missing !== undefined)
    throw new Error(`steps: there is no output "${missing}", only ${Object.keys(outputs).join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, outputs[name]]));
}

function firstDivergence(numbers: Numbers, step: number): Divergence | null {
  for (const [output, values] of Object.entries(numbers))
    if (values.length === 1 && !Number.isFinite(values[0])) return { step, output, value: values[0] };
  return null;
}
