/** `<glossary-search>`: the search dialog of the header. The index is loaded when it first opens. */

import { type Answer, combine, filtered } from './combine.ts';
import type { Filter, NamedEntry } from './names.ts';
import { openIndex, type Searcher } from './pagefind.ts';
import { recentTerms, rememberTerm } from './recent.ts';
import { resultItem, summary, termGroup } from './results-view.ts';

const shown = 10;

/** What a first visit may begin with. */
const suggested = ['perceptron', 'backpropagation', 'stochastic-gradient-descent', 'momentum', 'alexnet'];

const unavailable = import.meta.env.DEV
  ? 'There is no search index under “npm run dev”: it is made when the site is built, as by “npm start”.'
  : 'The search index could not be loaded. Open the search again to try once more, or use the list from A to Z.';

class GlossarySearch extends HTMLElement {
  readonly #dialog = this.#part<HTMLDialogElement>('dialog');
  readonly #input = this.#part<HTMLInputElement>('input');
  readonly #count = this.#part('.search-count');
  readonly #list = this.#part('.search-results');
  readonly #terms = this.#part('.search-terms');
  readonly #browse = this.#part('.search-browse');
  readonly #base = this.dataset.base ?? '/';
  #names: Promise<readonly NamedEntry[]> | undefined;
  #search: Promise<Searcher> | undefined;
  #answered: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    for (const opener of document.querySelectorAll('[data-search-open]')) this.#makeButton(opener);
    this.#part('[data-close]').addEventListener('click', () => this.#close());
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#moveByKey(event));
    this.#part('form').addEventListener('input', () => {
      this.#answered = this.#answer();
    });
    this.#dialog.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      const { pathname } = new URL(link.href);
      const id = /^([a-z0-9-]+)\/$/.exec(pathname.slice(this.#base.length))?.[1];
      if (id && !link.closest('.search-browse')) rememberTerm(id);
      // A part of this very page: there is no other page to come.
      if (pathname === location.pathname) this.#close();
    });
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      // Enter may come before the answer to the last letter; the list then still shows the one before.
      if (document.activeElement !== this.#input) return;
      void this.#answered.then(() => this.#list.querySelector('a')?.click());
    });
    document.addEventListener('keydown', (event) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      this.open();
    });
    // The address that the OpenSearch description gives to browsers.
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      this.#input.value = asked;
      this.open();
    }
  }

  #close(): void {
    // Opened by a key, there is nothing that focus returns to; left in the field, it would swallow the next "/".
    this.#input.blur();
    this.#dialog.close();
  }

  /** Without JavaScript the openers are links to the list from A to Z. */
  #makeButton(opener: Element): void {
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    const open = (event: Event) => {
      event.preventDefault();
      this.open();
    };
    opener.addEventListener('click', open);
    // A link that acts as a button must also answer the space bar.
    opener.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === ' ') open(event);
    });
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#input.select();
    // After a failure, opening again tries again.
    this.#names ??= fetch(`${this.#base}search-names.json`).then((response) => response.json());
    this.#search ??= openIndex(this.#base);
    this.#search.catch(() => {
      this.#search = undefined;
      this.#say(unavailable);
    });
    this.#names.catch(() => {
      this.#names = undefined;
    });
    this.#answered = this.#answer();
  }

  async #answer(): Promise<void> {
    const query = this.#input.value.trim();
    const filter = this.#filter();
    const names = await (this.#names ?? Promise.resolve([])).catch((): NamedEntry[] => []);
    if (query === '') {
      if (this.#input.value.trim() !== '') return;
      if (filter.category || filter.period || filter.figure) {
        this.#show(filtered(names, filter, this.#base), query, names.length);
      } else this.#invite(names);
      return;
    }
    const found = await this.#search?.then((search) => search(query, filter)).catch(() => null);
    if (!found || query !== this.#input.value.trim()) return;
    this.#show(combine(names, found, { query, filter, base: this.#base }), query, shown);
  }

  #show(answer: Answer, query: string, limit: number): void {
    const visible = answer.results.slice(0, limit);
    this.#browse.hidden = answer.total > 0;
    this.#list.replaceChildren(...visible.map((result) => resultItem(result, query)));
    this.#part('.search-body').scrollTop = 0;
    this.#terms.replaceChildren(...termGroup('Similar names', answer.nearest, this.#base));
    this.#say(summary(answer, visible.length, query));
  }

  /** Nothing is typed yet: what the reader opened last, and where one may begin. */
  #invite(names: readonly NamedEntry[]): void {
    const named = (ids: readonly string[]) => ids.flatMap((id) => names.find((one) => one.id === id) ?? []);
    this.#browse.hidden = false;
    this.#list.replaceChildren();
    this.#terms.replaceChildren(
      ...termGroup('Opened lately', named(recentTerms()), this.#base),
      ...termGroup('To begin with', named(suggested), this.#base),
    );
    this.#say('');
  }

  #filter(): Filter {
    const fields = new FormData(this.#part<HTMLFormElement>('form'));
    return {
      category: String(fields.get('category') ?? ''),
      period: String(fields.get('period') ?? ''),
      figure: fields.has('figure'),
    };
  }

  /** Only the count is announced: a list that is itself live would be read out at every keystroke. */
  #say(text: string): void {
    this.#count.textContent = text;
  }

  #moveByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      // A search field with text in it would take the key to clear itself.
      event.preventDefault();
      this.#close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    // The keys also choose in a list of categories.
    if (event.target instanceof HTMLSelectElement) return;
    const stops: HTMLElement[] = [this.#input, ...this.#links()];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #links(): HTMLAnchorElement[] {
    const links = this.#dialog.querySelectorAll<HTMLAnchorElement>(
      '.search-result, .search-term, .search-browse a',
    );
    // What is hidden takes no focus.
    return [...links].filter((link) => link.checkVisibility());
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<glossary-search> lacks ${selector}`);
    return part;
  }
}

/** "/" unless the reader is typing, Ctrl-K and Cmd-K always. */
function opensSearch(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return true;
  const target = event.composedPath()[0];
  const typing =
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  return event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

customElements.define('glossary-search', GlossarySearch);
