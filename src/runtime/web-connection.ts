/** The page's side of its worker: runtimes and sessions that look as if they were here. */

import type { Progress } from './web-download.ts';
import {
  type Calls,
  type Kind,
  type Place,
  type Port,
  placeKey,
  type Reply,
  type Request,
} from './web-messages.ts';
import { buffersIn, copied, type Feeds, type Numbers } from './web-numbers.ts';
import type { Provider } from './web-provider.ts';
import { createShared } from './web-shared.ts';
import type { Steps, StepsResult } from './web-steps.ts';

/** A session in the worker: arrays go there, arrays come back. */
export interface RemoteSession {
  run(feeds: Feeds): Promise<Numbers>;
  /** @param signal ends the run, which then rejects; runs that others asked for take their turn in between */
  runSteps(steps: Steps, signal?: AbortSignal): Promise<StepsResult>;
  dispose(): void;
}

export interface Runtime {
  readonly provider: Provider;
  /** Size of the runtime's WASM file, uncompressed. */
  readonly bytes: number;
  /** Resolves with one sentence if the GPU device is lost; stays open for WASM. */
  readonly lost: Promise<string>;
  /**
   * @param model the bytes of an ONNX file
   * @param onDevice outputs that only later runs read, left in the GPU's memory
   */
  createSession(model: Uint8Array, onDevice?: readonly string[]): Promise<RemoteSession>;
}

export interface Connection {
  /** Loads a runtime once; asking again after a failure tries again. */
  load(place: Place, onProgress?: (progress: Progress) => void): Promise<Runtime>;
  obstacle(): Promise<string | null>;
  /** Rejects all that is under way: the worker answers no more. */
  end(cause: Error): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export function connect(port: Port): Connection {
  const waiting = new Map<number, Waiting>();
  const losses = new Map<string, (reason: string) => void>();
  let latest = 0;
  let ended: Error | undefined;
  const post = (request: Request) => port.postMessage(request, buffersIn(request));

  port.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'lost') return losses.get(placeKey(data.place))?.(data.reason);
    const one = waiting.get(data.id);
    if (data.kind === 'progress') return one?.onProgress?.(data.progress);
    waiting.delete(data.id);
    if (data.kind === 'failure') one?.reject(new Error(data.message));
    else one?.resolve(data.answer as never);
  };

  function call<K extends Kind>(
    kind: K,
    ask: Calls[K]['ask'],
    { onProgress, signal }: { onProgress?: Waiting['onProgress']; signal?: AbortSignal | undefined } = {},
  ): Promise<Calls[K]['answer']> {
    if (ended) return Promise.reject(ended);
    const id = ++latest;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      waiting.set(id, { resolve, reject, onProgress });
      post({ kind, id, ask } as Request);
      signal?.addEventListener('abort', () => {
        if (!waiting.delete(id)) return;
        post({ kind: 'cancel', id });
        reject(signal.reason);
      });
    });
  }

  async function load(place: Place, onProgress: (progress: Progress) => void): Promise<Runtime> {
    const lost = new Promise<string>((resolve) => {
      losses.set(placeKey(place), resolve);
    });
    const bytes = await call('load', place, { onProgress });
    return {
      provider: place.provider,
      bytes,
      lost,
      async createSession(model, onDevice = []) {
        const session = await call('create', { ...place, model: model.slice(), onDevice });
        return {
          run: async (feeds) => call('run', { session, feeds: copied(feeds) }),
          runSteps: async ({ state, batches, carried, keep }, signal) => {
            const steps = { state: copied(state), batches: batches.map(copied), carried, keep };
            return call('steps', { session, steps }, { signal });
          },
          dispose: () => void call('dispose', { session }).catch(() => {}),
        };
      },
    };
  }

  const places = new Map<string, Place>();
  const shared = createShared<string, Runtime>((key, report) => load(places.get(key) as Place, report));
  return {
    load(place, onProgress) {
      places.set(placeKey(place), place);
      return shared(placeKey(place), onProgress);
    },
    obstacle: () => call('obstacle', null),
    end(cause) {
      ended = cause;
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
    },
  };
}
