/** The worker's side: holds runtimes and sessions by number and answers what the page asks. */

import type { Session } from '../graph/session.ts';
import {
  type Calls,
  type Kind,
  type Place,
  type Port,
  placeKey,
  type Reply,
  type Request,
} from './web-messages.ts';
import { buffersIn, runOnce } from './web-numbers.ts';
import type { LocalRuntime, loadRuntime } from './web-ort.ts';
import { runSteps } from './web-steps.ts';

export interface Services {
  readonly load: typeof loadRuntime;
  /** Why WebGPU cannot run here, or null. */
  readonly obstacle: () => Promise<string | null>;
  /** Awaited between two training steps; other requests must get their turn meanwhile. */
  readonly pause: () => Promise<void>;
}

type Handlers = { readonly [K in Kind]: (ask: Calls[K]['ask'], id: number) => Promise<Calls[K]['answer']> };

export function serve(port: Port, { load, obstacle, pause }: Services): void {
  const runtimes = new Map<string, LocalRuntime>();
  const sessions = new Map<number, Session>();
  /** Of the requests that are being answered, those nobody waits for any more. */
  const cancelled = new Set<number>();
  const answering = new Set<number>();
  let latest = 0;
  const post = (reply: Reply) => port.postMessage(reply, buffersIn(reply));

  function sessionOf(number: number): Session {
    const session = sessions.get(number);
    if (!session) throw new Error(`the session ${number} is not open`);
    return session;
  }

  async function open(place: Place, id: number): Promise<number> {
    const { provider, base } = place;
    const runtime = await load(provider, base, (progress) => post({ kind: 'progress', id, progress }));
    runtimes.set(placeKey(place), runtime);
    void runtime.lost.then((reason) => post({ kind: 'lost', place, reason }));
    return runtime.bytes;
  }

  const handlers: Handlers = {
    obstacle,
    load: open,
    async create({ provider, base, model, onDevice }) {
      const runtime = runtimes.get(placeKey({ provider, base }));
      if (!runtime) throw new Error(`the runtime for ${provider} is not loaded`);
      const session = await runtime.createSession(model, onDevice);
      sessions.set(++latest, session);
      return latest;
    },
    run: async ({ session, feeds }) => runOnce(sessionOf(session), feeds),
    steps: async ({ session, steps }, id) =>
      runSteps(sessionOf(session), steps, async () => {
        await pause();
        if (cancelled.has(id)) throw new Error('nobody waits for these steps any more');
      }),
    async dispose({ session }) {
      sessionOf(session).dispose();
      sessions.delete(session);
      return null;
    },
  };

  port.onmessage = async ({ data }: MessageEvent<Request>) => {
    const { kind, id } = data;
    if (kind === 'cancel') {
      if (answering.has(id)) cancelled.add(id);
      return;
    }
    answering.add(id);
    try {
      const handle = handlers[kind] as (ask: unknown, id: number) => Promise<Calls[Kind]['answer']>;
      post({ kind: 'answer', id, answer: await handle(data.ask, id) });
    } catch (error) {
      post({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      answering.delete(id);
      cancelled.delete(id);
    }
  };
}

/**
 * Lets the messages that have come in be read, but not more often than every `milliseconds`.
 * Runs on WASM never give way by themselves: a promise that is kept at once lets no message through.
 */
export function createPause(milliseconds: number): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < milliseconds) return;
    await turn();
    since = performance.now();
  };
}

/** Until all messages that wait now have been read. Not a timer: those wait at least 4 ms when they follow on. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
