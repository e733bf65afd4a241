/** The one worker of a page in which all its figures compute. */

import { nameFetched } from './web-fetched.ts';
import type { Port } from './web-messages.ts';
import { loadRuntime } from './web-ort.ts';
import { obstacleToWebGpu } from './web-provider.ts';
import { createPause, serve } from './web-serve.ts';

serve(globalThis as unknown as Port, {
  load: loadRuntime,
  obstacle: () => obstacleToWebGpu(globalThis),
  pause: createPause(8),
});
nameFetched();
