/** What any executor of a graph offers; implemented by `runtime/` and, in float64, by `referenceSession`. */

import { evaluate } from './evaluate.ts';
import type { Graph, Shape } from './value.ts';

/** A tensor wherever it lives. Reading is explicit because on a GPU it stalls the queue. */
export interface DeviceTensor {
  readonly shape: Shape;
  /** The numbers, row-major. */
  read(): Promise<Float32Array>;
  /** Frees device memory; the tensor must not be used afterwards. */
  dispose(): void;
}

export interface Session {
  /**
   * Runs the graph once. Feeds stay alive; the caller disposes of feeds and outputs.
   * @throws Error naming an input that is missing
   */
  run(feeds: Readonly<Record<string, DeviceTensor>>): Promise<Record<string, DeviceTensor>>;
  upload(shape: Shape, data: Float32Array): DeviceTensor;
  dispose(): void;
}

/** A tensor in ordinary memory. */
export const hostTensor = (shape: Shape, data: Float32Array): DeviceTensor => ({
  shape,
  read: async () => data,
  dispose: () => {},
});

/** A session that runs the definitions themselves, rounding only what crosses its border to float32. */
export const referenceSession = (graph: Graph): Session => ({
  async run(feeds) {
    const numbers: Record<string, Float32Array> = {};
    for (const [name, tensor] of Object.entries(feeds)) numbers[name] = await tensor.read();
    return Object.fromEntries(
      Object.entries(evaluate(graph, numbers)).map(([name, { shape, data }]) => [
        name,
        hostTensor(shape, Float32Array.from(data)),
      ]),
    );
  },
  upload: hostTensor,
  dispose: () => {},
});
