/**
 * `<term-preview>`: the definition of the term that a link in the text leads to, shown while the pointer or the focus
 * is on the link. On a touch screen the first tap shows it and the second follows the link. Escape puts it away.
 */

const delay = { show: 250, hide: 200 };

class TermPreview extends HTMLElement {
  readonly #known = new Map<string, Promise<{ term: string; definition: string }>>();
  #link: HTMLAnchorElement | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = false;

  readonly #gone = new AbortController();

  disconnectedCallback(): void {
    this.#gone.abort();
  }

  connectedCallback(): void {
    const { signal } = this.#gone;
    const on = <E extends Event>(
      type: string,
      act: (event: E, link: HTMLAnchorElement | undefined) => void,
    ) => document.addEventListener(type, (event) => act(event as E, this.#linkOf(event.target)), { signal });
    on('pointerover', (event: PointerEvent, link) => {
      if (event.pointerType === 'touch') return;
      if (link) this.#later(() => void this.#show(link), link === this.#link ? 0 : delay.show);
      // Whoever moves the pointer onto the preview keeps it.
      else if (this.contains(event.target as Node)) clearTimeout(this.#timer);
      else this.#later(() => this.#leave(), delay.hide);
    });
    on('focusin', (_, link) => {
      if (link?.matches(':focus-visible') && !this.#touched) void this.#show(link);
    });
    on('focusout', (_, link) => {
      if (link && link === this.#link) this.#hide();
    });
    on('keydown', (event: KeyboardEvent) => {
      if (event.key === 'Escape') this.#hide();
    });
    on('pointerdown', (event: PointerEvent) => {
      this.#touched = event.pointerType === 'touch';
    });
    on('click', (event: MouseEvent, link) => {
      const again = link === this.#link;
      if (!again && !this.contains(event.target as Node)) this.#hide();
      if (!link || again || !this.#touched) return;
      event.preventDefault();
      void this.#show(link).then((shown) => shown || location.assign(link.href));
    });
  }

  /** The link to an entry in running text that the event is about. */
  #linkOf(target: EventTarget | null): HTMLAnchorElement | undefined {
    const link = (target as Element | null)?.closest?.<HTMLAnchorElement>('.prose a[href]');
    return link && !link.closest('glossary-widget') && this.#termOf(link) ? link : undefined;
  }

  #termOf({ href }: HTMLAnchorElement): string | undefined {
    const { origin, pathname } = new URL(href);
    const base = this.dataset.base ?? '/';
    if (origin !== location.origin || pathname === location.pathname || !pathname.startsWith(base)) return;
    return /^([a-z0-9-]+)\/$/.exec(pathname.slice(base.length))?.[1];
  }

  #later(act: () => void, milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }

  /** @returns whether there is something to show */
  async #show(link: HTMLAnchorElement): Promise<boolean> {
    clearTimeout(this.#timer);
    if (link === this.#link) return true;
    this.#hide();
    this.#link = link;
    const term = this.#termOf(link) ?? '';
    const text = this.#known.get(term) ?? fetchRecord(`${this.dataset.base}api/${term}.json`);
    this.#known.set(term, text);
    try {
      const { term: name, definition } = await text;
      // The reader has gone on.
      if (link !== this.#link) return true;
      const [title, body, hint] = this.children;
      title.textContent = name;
      body.textContent = definition;
      (hint as HTMLElement).hidden = !this.#touched;
    } catch {
      this.#known.delete(term);
      if (link === this.#link) this.#hide();
      return false;
    }
    this.hidden = false;
    link.setAttribute('aria-describedby', this.id);
    this.#place(link);
    return true;
  }

  /** Below the last line of the link, or above the first where there is no room. */
  #place(link: HTMLAnchorElement): void {
    const lines = [...link.getClientRects()];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    const { offsetWidth: width, offsetHeight: height } = this;
    const room = document.documentElement.clientWidth - width;
    const above = last.bottom + height > innerHeight && first.top > height;
    this.style.left = `${Math.max(0, Math.min(last.left, room)) + scrollX}px`;
    this.style.top = `${(above ? first.top - height : last.bottom) + scrollY}px`;
  }

  /** The pointer has gone; what has the focus keeps its preview. */
  #leave(): void {
    if (!this.#link?.matches(':focus-visible')) this.#hide();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#link?.removeAttribute('aria-describedby');
    this.#link = undefined;
    this.hidden = true;
  }
}

async function fetchRecord(address: string): Promise<{ term: string; definition: string }> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

customElements.define('term-preview', TermPreview);
