/** Graphs that a figure builds itself, run where the figure is: in the page's engine, or in Node when it is built. */

import type { Session } from '../../graph/session.ts';
import { sizeOf } from '../../graph/shape.ts';
import type { Graph, StepGraph } from '../../graph/value.ts';

/** By the name of an input or output. */
export type Numbers = Readonly<Record<string, Float32Array>>;

export interface Steps {
  /** Numbers of carried inputs at the start; those not named start at zero. */
  readonly initial: Numbers;
  /** What each step is fed besides; as many steps as batches. */
  readonly batches: readonly Numbers[];
  /** Names of the outputs to return. */
  readonly keep: readonly string[];
}

export interface GraphRunner {
  run(graph: Graph, feeds: Numbers): Promise<Numbers>;
  /**
   * Runs the step once per batch, each from the state the one before it left.
   * @returns the kept outputs of each; of fewer steps where a kept scalar ceased to be a finite number
   */
  steps(graph: StepGraph, steps: Steps): Promise<readonly Numbers[]>;
}

/** The numbers that a step graph starts with. */
export const startOf = (graph: StepGraph, initial: Numbers): Record<string, Float32Array> =>
  Object.fromEntries(
    graph.carried.map(({ from }) => [from.name, initial[from.name] ?? new Float32Array(sizeOf(from.shape))]),
  );

/** @param open makes a session of a graph; it is closed when the run is over */
export function sessionRunner(open: (graph: Graph) => Promise<Session>): GraphRunner {
  const once = async (session: Session, graph: Graph, feeds: Numbers): Promise<Numbers> => {
    const fed = graph.inputs.map((one) => [one.name, session.upload(one.shape, feeds[one.name])] as const);
    const outputs = Object.entries(await session.run(Object.fromEntries(fed)));
    const numbers: Record<string, Float32Array> = {};
    for (const [name, tensor] of outputs) numbers[name] = Float32Array.from(await tensor.read());
    for (const [, tensor] of [...fed, ...outputs]) tensor.dispose();
    return numbers;
  };
  return {
    async run(graph, feeds) {
      const session = await open(graph);
      const numbers = await once(session, graph, feeds);
      session.dispose();
      return numbers;
    },
    async steps(graph, { initial, batches, keep }) {
      const session = await open(graph);
      let state = startOf(graph, initial);
      const records: Numbers[] = [];
      for (const batch of batches) {
        const outputs = await once(session, graph, { ...batch, ...state });
        state = Object.fromEntries(graph.carried.map(({ from, to }) => [from.name, outputs[to]]));
        records.push(Object.fromEntries(keep.map((name) => [name, outputs[name]])));
      }
      session.dispose();
      return records;
    },
  };
}
