/**
 * `<verify-model>`: retrains a model in a worker of its own and compares the SHA-256 of every file with the model's card
 * and with what the site hands out.
 *
 * Attributes: `data-model`, `data-folder` and `data-runtime` (addresses, ending in "/"), `data-promised` (hashes by file
 * as JSON). Its first child is an explanation for readers without script.
 */

import { button } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Hashes, Order, Report } from './messages.ts';
import { compare, isSame, progressOf, type State, sentence, verdict } from './model.ts';
import { sha256 } from './sha256.ts';

class VerifyModel extends HTMLElement {
  #end: AbortController | undefined;

  connectedCallback(): void {
    const start = button('Verify here', () => void this.#run(show));
    const stop = button('Stop', () => this.#end?.abort());
    const bar = html('progress', { max: 1, 'aria-label': 'Progress of the verification' });
    const text = html('p', { role: 'status' });
    const list = html('ul', { class: 'verified-files' });
    this.append(html('div', { class: 'verify-row' }, start, stop, bar), text, list);
    const show = (state: State): void => {
      this.dataset.state = state.kind;
      const busy = ['starting', 'loading', 'training'].includes(state.kind);
      start.hidden = busy;
      stop.hidden = !busy;
      bar.hidden = !busy;
      const share = progressOf(state);
      if (share === null) bar.removeAttribute('value');
      else bar.value = share;
      // What changes all the time is seen, not read out.
      text.setAttribute('aria-live', busy && state.kind !== 'starting' ? 'off' : 'polite');
      setText(text, sentence(state));
      list.replaceChildren(...(state.kind === 'done' ? state.files.map(fileItem) : []));
      if (state.kind === 'done') this.dataset.same = String(state.files.every(isSame));
    };
    show({ kind: 'waiting' });
  }

  disconnectedCallback(): void {
    this.#end?.abort();
  }

  async #run(show: (state: State) => void): Promise<void> {
    const { model: id = '', folder = '', runtime = '', promised = '{}' } = this.dataset;
    const end = new AbortController();
    this.#end = end;
    const began = performance.now();
    show({ kind: 'starting' });
    this.querySelector<HTMLButtonElement>('button:not([hidden])')?.focus();
    try {
      const card: Hashes = JSON.parse(promised);
      const served = await hashServed(folder, Object.keys(card), end.signal);
      const order = { id, runtime: new URL(runtime, document.baseURI).href };
      const { hashes, steps } = await retrainInWorker(order, show, end.signal);
      const milliseconds = performance.now() - began;
      show({ kind: 'done', files: compare(card, served, hashes), steps, milliseconds });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      show(end.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', reason });
    }
    if (this.isConnected) this.querySelector<HTMLButtonElement>('button:not([hidden])')?.focus();
    end.abort();
  }
}

/** The files as this site hands them out, hashed. */
async function hashServed(folder: string, names: readonly string[], signal: AbortSignal): Promise<Hashes> {
  const hashes: Record<string, string> = {};
  for (const name of names) {
    const response = await fetch(`${folder}${name}`, { signal });
    if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
    hashes[name] = await sha256(new Uint8Array(await response.arrayBuffer()));
  }
  return hashes;
}

function retrainInWorker(order: Order, show: (state: State) => void, signal: AbortSignal) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const done = new Promise<Extract<Report, { kind: 'done' }>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
      if (data.kind === 'done') resolve(data);
      else if (data.kind === 'failed') reject(new Error(data.reason));
      else show(data);
    });
    worker.addEventListener('error', () => reject(new Error('the script that trains could not be loaded')));
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  worker.postMessage(order);
  return done.finally(() => worker.terminate());
}

function fileItem(file: Parameters<typeof verdict>[0]): HTMLLIElement {
  return html(
    'li',
    { 'data-same': String(isSame(file)) },
    html('code', {}, file.name),
    `: ${verdict(file)}`,
    html('code', { class: 'digest' }, `SHA-256 ${file.retrained ?? 'none'}`),
  );
}

customElements.define('verify-model', VerifyModel);
