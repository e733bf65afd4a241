/** Has the service worker start once a page stands, tells it what the first page needed, and shows what it has to say. */

import { watchWorkerFiles } from '../../widgets/kit/worker-files.ts';
import { address } from '../address.ts';
import { withoutQuery } from './kinds.ts';
import { keepAddresses, keepModels, keepSearch, pageChanged, storageFull } from './messages.ts';
import { notify } from './notice.ts';
import { watchFigures } from './watch-figures.ts';

const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;

// While writing there is no worker: it would show what was there before. A frame belongs to the page around it.
if (import.meta.env.PROD && workers && isSecureContext && window.parent === window) {
  workers.addEventListener('message', ({ data }) => said[data?.type as string]?.());
  const later = () => setTimeout(() => void start(workers), 1000);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later);
}

const said: Readonly<Record<string, () => void>> = {
  [pageChanged]: () =>
    notify(
      'A new version of this page is there.',
      { name: 'Reload', press: () => location.reload() },
      { name: 'Later' },
    ),
  [storageFull]: () =>
    once('storage-full', () =>
      notify('There is no room left on this device to keep pages for reading offline.', { name: 'Close' }),
    ),
};

async function start(container: ServiceWorkerContainer): Promise<void> {
  const before = container.controller;
  try {
    const registration = await container.register(address('/service-worker.js'));
    const { active } = await container.ready;
    // Another worker may take over while the page is read.
    const tell = (message: object) => (container.controller ?? active)?.postMessage(message);
    const isSparing = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    if (!before) keepSeen(tell);
    // A worker of another build: this page may be of the build before.
    else container.addEventListener('controllerchange', () => void askAnew());
    if (!isSparing) watchFigures((folders) => tell({ type: keepModels, folders }));
    if (before && !isSparing) tell({ type: keepSearch });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') registration.update().catch(() => {});
    });
  } catch {
    // A browser may refuse to keep anything; the site is then there online only.
  }
}

/** This page came without the worker, which has seen nothing of it so far. */
function keepSeen(tell: (message: object) => void): void {
  const keep = (urls: readonly string[]) =>
    tell({
      type: keepAddresses,
      payload: { urlsToCache: urls.filter((url) => url.startsWith(location.origin)) },
    });
  keep([location.href]);
  watchWorkerFiles(keep);
  new PerformanceObserver((list) => keep(list.getEntries().map(({ name }) => name))).observe({
    type: 'resource',
    buffered: true,
  });
}

/** The worker compares the answer with what it kept, and tells the page if they differ. */
async function askAnew(): Promise<void> {
  await fetch(withoutQuery(location.href), { cache: 'no-cache' }).catch(() => {});
}

/** Once in a tab. */
function once(what: string, act: () => void): void {
  try {
    if (sessionStorage.getItem(what)) return;
    sessionStorage.setItem(what, 'said');
  } catch {
    // Then it is said on every page.
  }
  act();
}
