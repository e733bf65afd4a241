/**
 * `<cite-figure>`: when it is opened, or the figure has been changed, its citations freeze the figure as it is now. The
 * element names in `data-frozen`, as JSON, what the link is made of, and in `data-link` the link as the build wrote it.
 */

import { frozenLink } from './frozen-link.ts';

class CiteFigure extends HTMLElement {
  connectedCallback(): void {
    const fold = this.closest('details');
    fold?.addEventListener('toggle', () => {
      if (fold.open) this.#freeze();
    });
    // A citation is copied with the figure as it is at that moment.
    this.addEventListener('click', () => this.#freeze(), { capture: true });
  }

  #freeze(): void {
    const figure = this.closest('glossary-widget') as (HTMLElement & { readonly query?: string }) | null;
    const link = frozenLink({ ...JSON.parse(this.dataset.frozen ?? '{}'), settings: figure?.query ?? '' });
    const before = this.dataset.link ?? '';
    for (const text of this.querySelectorAll('pre'))
      text.textContent = (text.textContent ?? '').replaceAll(before, link);
    this.dataset.link = link;
  }
}

customElements.define('cite-figure', CiteFigure);
