/** `<offline-store>`: shows what this device keeps of the site, keeps everything on request, and removes it. */

import { withBase } from '../address.ts';
import { isOurs } from './cache-names.ts';
import { keepingPlan, type OfflineFile, readList, sizeText, sumByKind } from './file-list.ts';
import { keepAll, keptRevisions } from './keep-all.ts';
import { type Kind, kindOf, pathBelow } from './kinds.ts';

const names: Readonly<Record<Kind, string>> = {
  page: 'Pages',
  asset: 'Scripts, styles and fonts',
  search: 'Search index',
  model: 'Models',
  runtime: 'Runtime',
  picture: 'Pictures',
};

class OfflineStore extends HTMLElement {
  #files: readonly OfflineFile[] = [];
  #stop: AbortController | null = null;

  async connectedCallback(): Promise<void> {
    // The same page stands in for pages that are not kept.
    if (!location.pathname.endsWith('/offline/')) {
      const missing = this.#part('missing');
      missing.textContent = `The page you asked for, ${location.pathname}, is not kept on this device, and there is no network. What is kept is listed here.`;
      missing.hidden = false;
    }
    if (!('caches' in globalThis) || !navigator.serviceWorker)
      return this.#say('This browser keeps nothing for this address: that takes https.');
    this.#part('keep').addEventListener('click', () => void this.#keep());
    this.#part('remove').addEventListener('click', () => void this.#remove());
    this.#part('stop').addEventListener('click', () => this.#stop?.abort());
    try {
      const response = await fetch(this.#address('/offline-files.json'));
      this.#files = readList(await response.json());
    } catch {
      this.#say('There is no network, so nothing more can be kept now.');
    }
    await this.#show();
  }

  async #show(): Promise<void> {
    const stored: { path: string; kind: Kind }[] = [];
    for (const name of await caches.keys()) {
      if (!isOurs(name, this.#scope)) continue;
      for (const { url } of await (await caches.open(name)).keys()) {
        const path = pathBelow(new URL(this.#scope).pathname, new URL(url).pathname);
        const kind = path === undefined ? undefined : kindOf(path);
        if (path !== undefined && kind) stored.push({ path, kind });
      }
    }
    const sums = sumByKind(this.#files, stored);
    this.#part('sums').replaceChildren(
      ...sums.map(({ kind, count, size }) => row(names[kind], String(count), sizeText(size))),
    );
    const pages = [...new Set(stored.filter(({ kind }) => kind === 'page').map(({ path }) => path))].sort();
    this.#part('pages').replaceChildren(...pages.map((path) => this.#link(path)));
    this.#part('stored').hidden = sums.length === 0;
    this.#part('empty').hidden = sums.length > 0;
    this.#part('remove').hidden = sums.length === 0;
    await this.#showPlan();
  }

  async #showPlan(): Promise<void> {
    const { fetch: missing, bytes } = keepingPlan(this.#files, await keptRevisions(this.#scope));
    const complete = this.#files.length > 0 && missing.length === 0;
    this.#part('plan').textContent = complete
      ? 'Everything is kept on this device.'
      : `Still to fetch: ${missing.length} files, ${sizeText(bytes)}.`;
    this.#part('plan').hidden = this.#files.length === 0;
    this.#part('keep').hidden = this.#files.length === 0 || complete;
  }

  async #keep(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.#working(true);
    this.#say('Fetching. Leave this page open until it is done.');
    const bar = this.querySelector('progress');
    try {
      // Asked for, these files are not for the browser to throw away.
      await navigator.storage?.persist?.();
      await keepAll(this.#files, this.#scope, {
        signal: stop.signal,
        onProgress: ({ files, bytes, totalFiles, totalBytes }) => {
          if (bar) bar.value = totalBytes === 0 ? 1 : bytes / totalBytes;
          this.#part('progress-text').textContent =
            `${files} of ${totalFiles} files, ${sizeText(bytes)} of ${sizeText(totalBytes)}`;
        },
      });
      this.#say(
        stop.signal.aborted
          ? 'Stopped. What has come is kept.'
          : 'Done: the whole glossary is on this device.',
      );
    } catch (error) {
      this.#say(
        stop.signal.aborted
          ? 'Stopped. What has come is kept.'
          : `It could not be finished (${(error as Error).message}). What has come is kept; press again to go on.`,
      );
    }
    this.#working(false);
    await this.#show();
  }

  async #remove(): Promise<void> {
    for (const name of await caches.keys()) if (isOurs(name, this.#scope)) await caches.delete(name);
    this.#say('Removed. Pages that you open are kept again.');
    await this.#show();
    this.#part('said').focus();
  }

  #working(on: boolean): void {
    this.#part('progress').hidden = !on;
    this.#part('stop').hidden = !on;
    for (const name of ['keep', 'remove']) (this.#part(name) as HTMLButtonElement).disabled = on;
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #link(path: string): HTMLElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = this.#address(`/${path}`);
    link.textContent = path === '' ? 'Home' : `/${path}`;
    item.append(link);
    return item;
  }

  #address(path: string): string {
    return withBase(this.dataset.base ?? '/', path);
  }

  get #scope(): string {
    return new URL(this.#address('/'), location.href).href;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`<offline-store>: there is no part "${name}"`);
    return part;
  }
}

function row(name: string, ...cells: string[]): HTMLElement {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  line.append(
    head,
    ...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })),
  );
  return line;
}

customElements.define('offline-store', OfflineStore);
