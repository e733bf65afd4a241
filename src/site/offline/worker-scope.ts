/** What the service worker uses of its own global scope. TypeScript has one library for pages and one for workers, not both. */

interface MessageToWorker {
  readonly data: { readonly type?: string; readonly folders?: readonly string[] } | null;
  readonly source: { postMessage(message: unknown): void } | null;
  waitUntil(promise: Promise<unknown>): void;
}

export interface PageClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown): void;
}

export interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    get(id: string): Promise<PageClient | undefined>;
    matchAll(options: { readonly type: 'window' }): Promise<readonly PageClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageToWorker) => void): void;
}
