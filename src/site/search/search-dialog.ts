/** `<glossary-search>`: the search dialog of the header. The index is loaded when it first opens. */

import { openIndex, type Searcher } from './pagefind.ts';
import { byName, type Found, isNamedBy, matchingAlias } from './ranking.ts';

const shown = 10;

const unavailable = import.meta.env.DEV
  ? 'There is no search index under “npm run dev”: it is made when the site is built, as by “npm start”.'
  : 'The search index could not be loaded. Open the search again to try once more, or use the list from A to Z.';

class GlossarySearch extends HTMLElement {
  readonly #dialog = this.#part<HTMLDialogElement>('dialog');
  readonly #input = this.#part<HTMLInputElement>('input');
  readonly #count = this.#part('.search-count');
  readonly #list = this.#part('.search-results');
  #search: Promise<Searcher> | undefined;
  #answered: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    for (const opener of document.querySelectorAll('[data-search-open]')) this.#makeButton(opener);
    this.#part('[data-close]').addEventListener('click', () => this.#close());
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#moveByKey(event));
    this.#input.addEventListener('input', () => {
      this.#answered = this.#answer();
    });
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      // Enter may come before the answer to the last letter; the list then still shows the one before.
      void this.#answered.then(() => this.#links()[0]?.click());
    });
    document.addEventListener('keydown', (event) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      this.open();
    });
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
    this.#search ??= openIndex(this.dataset.base ?? '/');
    this.#search.catch(() => {
      this.#search = undefined;
      this.#say(unavailable);
    });
  }

  async #answer(): Promise<void> {
    const query = this.#input.value.trim();
    if (query === '') {
      this.#list.replaceChildren();
      this.#say('');
      return;
    }
    const found = await this.#search?.then((search) => search(query)).catch(() => null);
    if (!found || query !== this.#input.value.trim()) return;
    const results = byName(found.results, query).slice(0, shown);
    this.#list.replaceChildren(...results.map((result) => item(result, query)));
    this.#say(summary(found.total, results.length, query));
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
    const stops: HTMLElement[] = [this.#input, ...this.#links()];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll('a')];
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

function summary(total: number, visible: number, query: string): string {
  if (total === 0) return `Nothing found for “${query}”.`;
  const entries = `${total} ${total === 1 ? 'entry' : 'entries'}`;
  return total > visible ? `${entries}, the first ${visible} shown` : entries;
}

function item(result: Found, query: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = result.url;
  const title = document.createElement('strong');
  title.textContent = result.title;
  link.append(title);
  const alias = matchingAlias(result, query);
  if (alias) {
    const also = document.createElement('span');
    also.className = 'search-alias';
    also.textContent = `also called ${alias}`;
    link.append(' ', also);
  }
  const excerpt = document.createElement('span');
  excerpt.className = 'search-excerpt';
  if (isNamedBy(result, query)) excerpt.textContent = result.summary;
  // Pagefind escapes the text and adds only <mark>.
  else excerpt.innerHTML = result.excerpt;
  link.append(excerpt);
  const row = document.createElement('li');
  row.append(link);
  return row;
}

customElements.define('glossary-search', GlossarySearch);
