/** What a page and its worker say to each other. */

import type { Progress } from './web-download.ts';
import type { Feeds, Numbers } from './web-numbers.ts';
import type { Provider } from './web-provider.ts';
import type { Steps, StepsResult } from './web-steps.ts';

/** Which of the runtimes in a worker. */
export interface Place {
  readonly provider: Provider;
  /** Absolute address of the folder with the runtime's files, ending in "/". */
  readonly base: string;
}

/** What a page may ask, and what it is answered. */
export interface Calls {
  /** Why WebGPU cannot run in the worker, or null. */
  readonly obstacle: { readonly ask: null; readonly answer: string | null };
  /** Answered with the size of the runtime's WASM file; progress is reported until then. */
  readonly load: { readonly ask: Place; readonly answer: number };
  /** Answered with the session's number. */
  readonly create: {
    readonly ask: Place & { readonly model: Uint8Array; readonly onDevice: readonly string[] };
    readonly answer: number;
  };
  readonly run: {
    readonly ask: { readonly session: number; readonly feeds: Feeds };
    readonly answer: Numbers;
  };
  readonly steps: {
    readonly ask: { readonly session: number; readonly steps: Steps };
    readonly answer: StepsResult;
  };
  readonly dispose: { readonly ask: { readonly session: number }; readonly answer: null };
}
export type Kind = keyof Calls;

export type Request =
  | { readonly [K in Kind]: { readonly kind: K; readonly id: number; readonly ask: Calls[K]['ask'] } }[Kind]
  | { readonly kind: 'cancel'; readonly id: number };

export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Calls[Kind]['answer'] }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  /** The GPU device of this runtime is gone. */
  | { readonly kind: 'lost'; readonly place: Place; readonly reason: string };

/** One end of the line: a worker as its page sees it, a worker's own scope, or half a MessageChannel. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

export const placeKey = ({ provider, base }: Place): string => `${provider} ${base}`;
