/**
 * The custom element around every figure that runs: waiting → loading → running, or failed.
 *
 * Its children, written at build time, hold the static drawing (`.figure-drawing`) and the caption. The widget
 * draws in an element of its own beside the drawing and takes its place; if it fails, the drawing comes back.
 */

import type { Provider } from '../../runtime/web.ts';
import { html } from './dom.ts';

export interface WidgetContext {
  /** Empty; the widget draws here, and what it draws replaces the static drawing. */
  readonly root: HTMLElement;
  /** What the build drew. */
  readonly drawing: Element | null;
  /** Address of each model's folder, ending in "/". */
  readonly models: Readonly<Record<string, string>>;
  /** Address of the runtime's folder. */
  readonly runtime: string;
  /** Cells along a side of a drawn field, if the page sets it: slow machines take fewer. */
  readonly grid: number | null;
  /** Settings that this page's figure starts with, as in a link without the widget's name; empty for the usual ones. */
  readonly state: string;
  /** Aborts when the element leaves the page or the widget has failed; everything stops then. */
  readonly signal: AbortSignal;
  /** Calls back at once and on every change; false while off screen or in a hidden tab. */
  watchVisibility(listener: (visible: boolean) => void): void;
  setProvider(provider: Provider): void;
  /** Says how to ask for the figure's settings as a query without "?": what a citation of the figure freezes. */
  setQuery(query: () => string): void;
  /** Ends the widget after it has begun to run: for errors that no promise carries. */
  fail(error: unknown): void;
}

/**
 * Builds the widget. What it draws before its first `await` is shown while models load;
 * the figure counts as running when the promise resolves, and as failed when it rejects.
 */
export type WidgetElement = (context: WidgetContext) => Promise<void>;

export type WidgetModules = Readonly<Record<string, () => Promise<{ readonly default: WidgetElement }>>>;
export type Status = 'waiting' | 'loading' | 'running' | 'failed';

/** @param modules by widget name, or by path of the form `…/<name>/element.ts` */
export function defineWidgetHost(modules: WidgetModules): void {
  const byName = new Map(
    Object.entries(modules).map(([key, load]) => [/([^/]+)\/element\.[jt]s$/.exec(key)?.[1] ?? key, load]),
  );

  class GlossaryWidget extends HTMLElement {
    #end: AbortController | null = null;
    #query: () => string = () => '';

    /** The figure's settings as they are now, as a query without "?"; empty as it starts. */
    get query(): string {
      return this.#query();
    }

    connectedCallback(): void {
      this.#wait();
    }

    disconnectedCallback(): void {
      this.#end?.abort();
      this.#end = null;
    }

    set #status(status: Status) {
      this.dataset.status = status;
    }

    #wait(): void {
      this.#status = 'waiting';
      const waiting = new AbortController();
      this.#end = waiting;
      const begin = () => {
        waiting.abort();
        void this.#start();
      };
      const { signal } = waiting;
      if (this.dataset.start === 'asked') {
        const asked = () => {
          begin();
          // The button goes; the focus it had stays with the figure.
          this.tabIndex = -1;
          this.focus({ preventScroll: true });
        };
        this.querySelector('[data-run]')?.addEventListener('click', asked, { once: true, signal });
        return;
      }
      for (const event of ['pointerdown', 'focusin'])
        this.addEventListener(event, begin, { once: true, signal });
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
        },
        // A quarter of a screen ahead: the runtime is large, and is not fetched for who does not come to the figure.
        { rootMargin: '25% 0px' },
      );
      observer.observe(this);
      signal.addEventListener('abort', () => observer.disconnect());
    }

    async #start(): Promise<void> {
      const end = new AbortController();
      this.#end = end;
      this.#status = 'loading';
      const drawing = this.querySelector<HTMLElement>('.figure-drawing');
      const root = html('div', { class: 'widget' });
      const fail = (error: unknown) => {
        if (end.signal.aborted) return;
        end.abort();
        this.#fail(error);
      };
      end.signal.addEventListener('abort', () => {
        root.remove();
        if (drawing) drawing.hidden = false;
      });
      try {
        const name = this.getAttribute('name') ?? '';
        const load = byName.get(name);
        if (!load) throw new Error(`there is no widget "${name}"`);
        const { default: start } = await load();
        if (end.signal.aborted) return;
        if (drawing) drawing.after(root);
        else this.prepend(root);
        const running = start({
          root,
          drawing,
          models: JSON.parse(this.dataset.models ?? '{}'),
          runtime: this.dataset.runtime ?? '',
          grid: this.dataset.grid ? Number(this.dataset.grid) : null,
          state: this.dataset.state ?? '',
          signal: end.signal,
          watchVisibility: (listener) => watchVisibility(this, end.signal, listener),
          setProvider: (provider) => {
            this.dataset.provider = provider;
          },
          setQuery: (query) => {
            this.#query = query;
          },
          fail,
        });
        if (drawing) drawing.hidden = true;
        await running;
        if (!end.signal.aborted) this.#status = 'running';
      } catch (error) {
        fail(error);
      }
    }

    #fail(error: unknown): void {
      this.#status = 'failed';
      delete this.dataset.provider;
      console.error(`glossary-widget "${this.getAttribute('name')}":`, error);
      const cause = error instanceof Error ? error.message : String(error);
      const retry = html('button', { type: 'button' }, 'Try again');
      const notice = html(
        'p',
        { class: 'widget-failure', role: 'status' },
        `This figure could not run (${cause}). The drawing shows what the model answered when the page was built. `,
        retry,
      );
      retry.addEventListener('click', () => {
        notice.remove();
        void this.#start();
      });
      const drawing = this.querySelector('.figure-drawing');
      if (drawing) drawing.after(notice);
      else this.prepend(notice);
    }
  }

  customElements.define('glossary-widget', GlossaryWidget);
}

function watchVisibility(element: Element, signal: AbortSignal, listener: (visible: boolean) => void): void {
  let onScreen = true;
  const report = () => listener(onScreen && document.visibilityState === 'visible');
  const observer = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? onScreen;
    report();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', report, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  report();
}
