/** Runs in the browser: the site's own runtime and engine, for tests to call. Bundled by `open.ts`, never published. */

import type { Session } from '../../../src/graph/session.ts';
import { hostTensor } from '../../../src/graph/session.ts';
import type { Shape } from '../../../src/graph/value.ts';
import type { Provider } from '../../../src/runtime/web.ts';
import { type LocalRuntime, loadRuntime } from '../../../src/runtime/web-ort.ts';
import { createEngine, type Engine } from '../../../src/widgets/kit/engine.ts';

/** As JSON can carry it. */
export interface Sent {
  readonly shape: Shape;
  readonly data: readonly number[];
}

export interface EnginePage {
  /** Opens a session in the page's own thread, where its outputs keep their shapes. @returns its number */
  open(provider: Provider, base: string, model: readonly number[]): Promise<number>;
  run(session: number, feeds: Record<string, Sent>): Promise<Record<string, Sent>>;
  close(session: number): void;
  /** The engine of a figure, which computes in the worker. */
  engine(base: string): Engine;
}

const sessions: Session[] = [];
const runtimes: Partial<Record<Provider, Promise<LocalRuntime>>> = {};

const page: EnginePage = {
  async open(provider, base, model) {
    runtimes[provider] ??= loadRuntime(provider, new URL(base, document.baseURI).href);
    const runtime = await runtimes[provider];
    return sessions.push(await runtime.createSession(Uint8Array.from(model), [])) - 1;
  },
  async run(session, feeds) {
    const fed = Object.entries(feeds).map(
      ([name, { shape, data }]) => [name, hostTensor(shape, Float32Array.from(data))] as const,
    );
    const outputs = Object.entries(await sessions[session].run(Object.fromEntries(fed)));
    const answers: Record<string, Sent> = {};
    for (const [name, tensor] of outputs) {
      answers[name] = { shape: tensor.shape, data: Array.from(await tensor.read(), Number) };
      tensor.dispose();
    }
    return answers;
  },
  close: (session) => sessions[session].dispose(),
  engine: (base) =>
    createEngine({
      models: {},
      runtime: base,
      signal: new AbortController().signal,
      onChange: () => {},
    }),
};

Object.assign(globalThis, { enginePage: page });
