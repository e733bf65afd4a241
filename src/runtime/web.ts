/** onnxruntime-web in a page: one worker for all figures, opened when first asked for something. */

import { type Connection, connect, type Runtime } from './web-connection.ts';
import type { Progress } from './web-download.ts';
import type { Provider } from './web-provider.ts';

export type { RemoteSession, Runtime } from './web-connection.ts';
export type { Progress } from './web-download.ts';
export type { Fed, Feeds, Numbers } from './web-numbers.ts';
export { chooseProvider, type Provider, type Wanted } from './web-provider.ts';
export type { Divergence, Steps, StepsResult } from './web-steps.ts';

let connection: Connection | undefined;

/**
 * @param base folder with the runtime's files, ending in "/"; relative to the page or absolute
 * @throws Error if a file cannot be fetched (asking again tries again) or the engine does not start
 */
export const loadRuntime = (
  provider: Provider,
  base: string,
  onProgress?: (progress: Progress) => void,
): Promise<Runtime> => open().load({ provider, base: new URL(base, document.baseURI).href }, onProgress);

/** Why WebGPU cannot run in this browser's workers, or null if it can. */
export const obstacleToWebGpu = (): Promise<string | null> => open().obstacle();

function open(): Connection {
  if (connection) return connection;
  const worker = new Worker(new URL('./web-worker.ts', import.meta.url), { type: 'module' });
  const made = connect(worker);
  connection = made;
  // Such an event tells of a script that could not be had, or of an error outside any request. The first is the
  // end of this worker, and the next call opens another; the second, the console has already.
  let answers = false;
  worker.addEventListener('message', () => {
    answers = true;
  });
  worker.addEventListener('error', () => {
    if (answers) return;
    worker.terminate();
    if (connection === made) connection = undefined;
    made.end(new Error('the script that computes could not be loaded'));
  });
  return made;
}
