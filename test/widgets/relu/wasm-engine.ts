/** What a figure asks of its engine, answered by onnxruntime's WASM in Node: the same arithmetic as in a page. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../../src/graph/session.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { runSteps } from '../../../src/runtime/web-steps.ts';
import type { Engine } from '../../../src/widgets/kit/engine.ts';

const models = join(import.meta.dirname, '../../../models');

export interface WasmEngine extends Pick<Engine, 'add' | 'run' | 'runSteps' | 'json'> {
  dispose(): void;
}

export function wasmEngine(): WasmEngine {
  const added = new Map<string, Uint8Array>();
  const sessions = new Map<string, Session>();
  const sessionOf = async (model: string, file: string): Promise<Session> => {
    const key = `${model}/${file}`;
    const known = sessions.get(key);
    if (known) return known;
    const made = await createSession(added.get(model) ?? readFileSync(join(models, key)));
    sessions.set(key, made);
    return made;
  };
  return {
    add: (name, bytes) => added.set(name, bytes),
    json: async (model, file) => JSON.parse(readFileSync(join(models, model, file), 'utf8')),
    async run(model, file, feeds) {
      const session = await sessionOf(model, file);
      const fed = Object.entries(feeds).map(([name, { shape, data }]) => [name, session.upload(shape, data)]);
      const outputs = Object.entries(await session.run(Object.fromEntries(fed)));
      const numbers: Record<string, Float32Array> = {};
      for (const [name, tensor] of outputs) numbers[name] = Float32Array.from(await tensor.read());
      return numbers;
    },
    runSteps: async (model, file, steps) => runSteps(await sessionOf(model, file), steps),
    dispose() {
      for (const session of sessions.values()) session.dispose();
    },
  };
}
