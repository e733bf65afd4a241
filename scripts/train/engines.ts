/** The menu of engines that can carry out a recipe; each is loaded only when it is used. */

import type { Session } from '../../src/graph/session.ts';
import type { Graph } from '../../src/graph/value.ts';
import { encodeModel } from '../../src/onnx/model.ts';
import type { ModelCard } from '../../src/recipes/model-card.ts';

export interface Engine {
  readonly open: (graph: Graph) => Promise<Session>;
  /** What the card says about it. */
  readonly about: ModelCard['engine'];
}

export const engines: Readonly<Record<ModelCard['engine']['name'], (threads?: number) => Promise<Engine>>> = {
  /** @param threads as the recipe says: results differ between thread counts */
  async node(threads = 1): Promise<Engine> {
    const { createSession } = await import('../../src/runtime/node.ts');
    const { env } = await import('onnxruntime-node');
    return {
      open: (graph) => createSession(encodeModel(graph), threads),
      about: { name: 'node', package: 'onnxruntime-node', version: versionOf(env.versions.node), threads },
    };
  },
  /** One thread only, so that every machine gives the same bytes. */
  async wasm(): Promise<Engine> {
    const { createSession } = await import('../../src/runtime/wasm.ts');
    const { env } = await import('onnxruntime-web');
    return {
      open: (graph) => createSession(encodeModel(graph)),
      about: { name: 'wasm', package: 'onnxruntime-web', version: versionOf(env.versions.web), threads: 1 },
    };
  },
};

export type EngineName = keyof typeof engines;

function versionOf(version: string | undefined): string {
  if (!version) throw new Error('onnxruntime does not say which version it is');
  return version;
}
