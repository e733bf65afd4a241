/** Graphs that a figure builds itself, run by the page's engine. */

import type { Graph } from '../../graph/value.ts';
import { encodeModel } from '../../onnx/model.ts';
import type { Engine, Feeds } from './engine.ts';
import { type GraphRunner, type Numbers, startOf } from './graph-runner.ts';

export interface EngineRunner extends GraphRunner {
  /** "model/file" under which the engine times a graph. */
  keyOf(graph: Graph): string;
}

/** A graph is encoded when it is first run; the same object again is the same session. */
export function engineRunner(engine: Pick<Engine, 'add' | 'run' | 'runSteps'>): EngineRunner {
  const names = new Map<Graph, string>();
  const nameOf = (graph: Graph): string => {
    const known = names.get(graph);
    if (known) return known;
    const alike = [...names.keys()].filter(({ name }) => name === graph.name).length;
    const name = `${graph.name} graph${alike > 0 ? ` ${alike + 1}` : ''}`;
    names.set(graph, name);
    engine.add(name, encodeModel(graph));
    return name;
  };
  const fed = (graph: Graph, numbers: Numbers): Feeds =>
    Object.fromEntries(
      graph.inputs
        .filter(({ name }) => name in numbers)
        .map(({ name, shape }) => [name, { shape, data: numbers[name] }]),
    );
  return {
    keyOf: (graph) => `${nameOf(graph)}/graph.onnx`,
    run: (graph, feeds) => engine.run(nameOf(graph), 'graph.onnx', fed(graph, feeds), true),
    async steps(graph, { initial, batches, keep }) {
      const { kept } = await engine.runSteps(nameOf(graph), 'graph.onnx', {
        state: fed(graph, startOf(graph, initial)),
        carried: graph.carried.map(({ from, to }) => ({ from: from.name, to })),
        batches: batches.map((batch) => fed(graph, batch)),
        keep,
      });
      return kept;
    },
  };
}
