/** `<offline-store>`: shows what this device keeps of the site, keeps everything on request, and removes it. */

import { withBase } from '../address.ts';
import { failureSentence } from './failure-sentence.ts';
import { fetchList, lastList } from './fetch-list.ts';
import { missingFiles, type OfflineFile, sizeText, sumByKind, totalSize } from './file-list.ts';
import { keepAll } from './keep-all.ts';
import { keptRevisions } from './kept-store.ts';
import { kindRow, pageItem } from './offline-view.ts';
import { removeStored, storedFiles } from './stored-files.ts';

const come = 'What has come is kept; press again to go on.';

class OfflineStore extends HTMLElement {
  #files: readonly OfflineFile[] = [];
  #isOnline = false;
  #stop: AbortController | null = null;

  async connectedCallback(): Promise<void> {
    this.#nameMissingPage();
    if (!('caches' in globalThis) || !navigator.serviceWorker)
      return this.#say('This browser keeps nothing for this address: that takes https.');
    this.#part('keep').addEventListener('click', () => void this.#keep());
    this.#part('remove').addEventListener('click', () => void this.#remove());
    this.#part('stop').addEventListener('click', () => this.#stop?.abort());
    addEventListener('online', () => void this.#open());
    await this.#open();
  }

  /** The same page stands in for pages that are not kept. */
  #nameMissingPage(): void {
    if (location.href.startsWith(this.#address('/offline/'))) return;
    this.#part('missing-address').textContent = location.pathname;
    this.#part('missing').hidden = false;
    this.#part('retry').addEventListener('click', () => location.reload());
  }

  async #open(): Promise<void> {
    try {
      this.#files = await fetchList(this.#scope);
      this.#isOnline = true;
      this.#say('');
    } catch {
      this.#files = await lastList(this.#scope);
      this.#isOnline = false;
      this.#say('There is no network, or the site does not answer, so nothing more can be kept now.');
    }
    await this.#show().catch((error) => this.#say(failureSentence(error)));
  }

  async #show(): Promise<void> {
    const stored = await storedFiles(this.#scope, caches);
    const sums = sumByKind(this.#files, stored);
    this.#part('sums').replaceChildren(...sums.map(kindRow));
    const titles = new Map(this.#files.map(({ path, title }) => [path, title]));
    const pages = stored.filter(({ kind }) => kind === 'page');
    this.#part('pages').replaceChildren(
      ...pages.map(({ path }) => pageItem(path, this.#address(`/${path}`), titles.get(path))),
    );
    this.#part('stored').hidden = sums.length === 0;
    this.#part('empty').hidden = sums.length > 0;
    this.#part('remove').hidden = sums.length === 0;
    await this.#showPlan();
  }

  async #showPlan(): Promise<void> {
    const missing = missingFiles(this.#files, await keptRevisions(this.#scope));
    const isComplete = missing.length === 0;
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    const room = quota > usage ? ` The browser has room for ${sizeText(quota - usage)}.` : '';
    this.#part('plan').textContent = isComplete
      ? 'Everything is kept on this device.'
      : `Still to fetch: ${missing.length} files, ${sizeText(totalSize(missing))}.${room}`;
    this.#part('plan').hidden = !this.#isOnline;
    this.#part('keep').hidden = !this.#isOnline || isComplete;
  }

  async #keep(): Promise<void> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#working(true);
    this.#say('Fetching. Leave this page open until it is done.');
    const bar = this.querySelector('progress');
    let outcome = 'Done: the whole glossary is on this device.';
    try {
      // Asked for, these files are not for the browser to throw away.
      await navigator.storage?.persist?.();
      await keepAll(() => fetchList(this.#scope), this.#scope, {
        signal,
        onProgress: ({ files, bytes, totalFiles, totalBytes }) => {
          if (bar) bar.value = totalBytes === 0 ? 1 : bytes / totalBytes;
          this.#part('progress-text').textContent =
            `${files} of ${totalFiles} files, ${sizeText(bytes)} of ${sizeText(totalBytes)}`;
        },
      });
      if (signal.aborted) outcome = `Stopped. ${come}`;
    } catch (error) {
      outcome = signal.aborted ? `Stopped. ${come}` : `${failureSentence(error)} ${come}`;
    }
    this.#working(false);
    await this.#show().catch(() => {});
    this.#say(outcome);
    this.#part('said').focus();
  }

  async #remove(): Promise<void> {
    await removeStored(this.#scope, caches);
    this.#say('Removed. Pages that you open are kept again.');
    await this.#show();
    this.#part('said').focus();
  }

  #working(isOn: boolean): void {
    this.#part('progress').hidden = !isOn;
    this.#part('stop').hidden = !isOn;
    for (const name of ['keep', 'remove']) (this.#part(name) as HTMLButtonElement).disabled = isOn;
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #address(path: string): string {
    return new URL(withBase(this.dataset.base ?? '/', path), location.href).href;
  }

  get #scope(): string {
    return this.#address('/');
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`<offline-store>: there is no part "${name}"`);
    return part;
  }
}

customElements.define('offline-store', OfflineStore);
