/** What the service worker uses of its own global scope. TypeScript has one library for pages and one for workers, not both. */

interface MessageToWorker {
  readonly data: { readonly type?: string } | null;
  waitUntil(promise: Promise<unknown>): void;
}

export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly registration: { readonly scope: string };
  readonly clients: { get(id: string): Promise<{ postMessage(message: unknown): void } | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageToWorker) => void): void;
}
