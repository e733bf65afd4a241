/**
 * `<version-notice>`: tells a reader who followed a link to one version of an entry, `?version=…`, whether this is
 * still it. The element names the present version in `data-version`.
 */

import { describeVersion } from './describe-version.ts';

class VersionNotice extends HTMLElement {
  connectedCallback(): void {
    const wanted = new URLSearchParams(location.search).get('version');
    const text = describeVersion(wanted, this.dataset.version ?? '');
    if (text) this.querySelector('p')?.replaceChildren(text);
    this.hidden = text === null;
  }
}

customElements.define('version-notice', VersionNotice);
