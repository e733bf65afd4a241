/** Tells the pages on screen when the network brings another text than they show. They never reload by themselves. */

import type { WorkboxPlugin } from 'workbox-core';
import { keptResponse } from './kept-store.ts';
import { withoutQuery } from './kinds.ts';
import { pageChanged } from './messages.ts';
import type { WorkerScope } from './worker-scope.ts';

export const tellChange = ({ clients }: WorkerScope, scope: string): WorkboxPlugin => ({
  async cachedResponseWillBeUsed({ cachedResponse, state }) {
    if (state) state.isKept = cachedResponse !== undefined;
    return cachedResponse;
  },
  async cacheDidUpdate({ oldResponse, newResponse, request, event, state }) {
    const before = oldResponse ?? (await keptResponse(scope, request.url));
    if (!before || (await before.text()) === (await newResponse.text())) return;
    const { resultingClientId: opening = '' } = event as unknown as { resultingClientId?: string };
    // The page being opened shows the new text, unless the network came too late for it.
    const isLate = state?.isKept === true;
    if (isLate && opening) await appearance(clients, opening);
    for (const client of await clients.matchAll({ type: 'window' }))
      if (withoutQuery(client.url) === request.url && (isLate || client.id !== opening))
        client.postMessage({ type: pageChanged });
  },
});

/** A page that is being opened is no client yet; the network may be faster. */
async function appearance(clients: WorkerScope['clients'], id: string): Promise<void> {
  for (let tries = 0; tries < 40 && !(await clients.get(id)); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
}
