/** Has the service worker start once a page stands, tells it what the first page needed, and shows its one notice. */

import { address } from '../address.ts';
import { keepAddresses, keepSearch, pageChanged } from './messages.ts';

const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

// While writing there is no worker: it would show what was there before.
if (import.meta.env.PROD && workers && isSecureContext) {
  workers.addEventListener('message', ({ data }) => {
    if (data?.type === pageChanged) tell();
  });
  const later = () => setTimeout(() => void start(workers), 1000);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later);
}

async function start(container: ServiceWorkerContainer): Promise<void> {
  const before = container.controller;
  try {
    await container.register(address('/service-worker.js'));
    const { active } = await container.ready;
    if (!before) {
      // This page came without the worker, which has seen nothing of it.
      const resources = performance.getEntriesByType('resource').map(({ name }) => name);
      const urlsToCache = [location.href, ...resources].filter((url) => url.startsWith(location.origin));
      active?.postMessage({ type: keepAddresses, payload: { urlsToCache } });
    } else if (!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData)
      active?.postMessage({ type: keepSearch });
  } catch {
    // A browser may refuse to keep anything; the site is then there online only.
  }
}

function tell(): void {
  if (document.querySelector('.update-notice')) return;
  const notice = document.createElement('div');
  notice.className = 'update-notice';
  notice.setAttribute('role', 'status');
  document.body.append(notice);
  const button = (name: string, press: () => void) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = name;
    one.onclick = press;
    return one;
  };
  // A live region speaks of what comes into it, not of what it came with.
  setTimeout(() =>
    notice.append(
      'A new version of this page is there. ',
      button('Reload', () => location.reload()),
      button('Later', () => notice.remove()),
    ),
  );
}
