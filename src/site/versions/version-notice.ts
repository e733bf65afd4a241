/**
 * `<version-notice>`: tells a reader who followed a link to one version of an entry, or to a cited figure, what has
 * changed since. The element says what the page is in `data-present`, as JSON, and in `data-texts` where the texts of
 * earlier versions lie.
 */

import { html } from '../../widgets/kit/dom.ts';
import { describeVersion, type Present } from './describe-version.ts';
import { readFrozen } from './frozen-link.ts';

class VersionNotice extends HTMLElement {
  connectedCallback(): void {
    if (this.#goToFigure()) return;
    const present: Present = JSON.parse(this.dataset.present ?? '{}');
    const note = describeVersion(readFrozen(location.search), present);
    this.hidden = note === null;
    if (!note) return;
    const changes = note.changes.map(({ date, what, changed }) =>
      html('li', {}, html('time', { datetime: date }, date), ` ${changed}: “${what}”`),
    );
    const text = `${this.dataset.texts}${note.earlier}.txt`;
    this.querySelector('[role="status"]')?.replaceChildren(
      ...note.sentences.map((sentence) => html('p', {}, sentence)),
      ...(changes.length > 0 ? [html('ul', {}, ...changes)] : []),
      ...(note.earlier && this.dataset.kept?.split(' ').includes(note.earlier)
        ? [html('p', {}, html('a', { href: text }, 'The text as it was then'))]
        : []),
    );
  }

  /** A link to a figure is told what has changed where it leads. @returns whether the element has moved */
  #goToFigure(): boolean {
    const figure = document.getElementById(location.hash.slice(1));
    if (figure?.localName !== 'glossary-widget' || figure.contains(this)) return false;
    figure.prepend(this);
    return true;
  }
}

customElements.define('version-notice', VersionNotice);
