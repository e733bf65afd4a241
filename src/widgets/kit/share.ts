/** A button that gives the reader a link to the figure as it is now. */

import { button } from './controls.ts';
import { html, setText } from './dom.ts';
import { shared } from './shared-event.ts';

const icon =
  'M11 1.5 15 5.5l-4 4V7H9a4 4 0 0 0-4 4v1H3.5v-1A5.5 5.5 0 0 1 9 5.5h2zM1 3h5v1.5H2.5v9h10V11H14v4H1z';

export interface ShareOptions {
  readonly title: string;
  /** Address of the figure in its present state. */
  readonly link: () => string;
}

/**
 * The page's own address changes only here, and without a new place in the history: Back leads where it led before.
 */
export function shareButton({ title, link }: ShareOptions): HTMLElement {
  const said = html('span', { class: 'share-said', role: 'status' });
  const address = html('input', {
    type: 'text',
    readonly: true,
    class: 'share-address',
    'aria-label': 'Link to this state',
  });
  address.hidden = true;
  address.addEventListener('focus', () => address.select());
  const press = button('Share', () => void share(), icon);
  press.title = 'Link to the figure as it is now';
  return html('div', { class: 'share' }, press, said, address);

  async function share(): Promise<void> {
    const url = link();
    history.replaceState(history.state, '', url);
    press.dispatchEvent(new Event(shared, { bubbles: true }));
    address.hidden = true;
    setText(said, '');
    const outcome = await handOver(title, url);
    if (outcome === 'refused') {
      address.value = url;
      address.hidden = false;
      address.focus();
      setText(said, 'Copy this link');
    } else if (outcome === 'copied') setText(said, 'Link copied');
  }
}

/** A telephone has a sheet for this; elsewhere the link goes to the clipboard, which a browser may refuse. */
async function handOver(title: string, url: string): Promise<'shared' | 'copied' | 'refused'> {
  if (matchMedia('(pointer: coarse)').matches && 'share' in navigator)
    try {
      await navigator.share({ title, url });
      return 'shared';
    } catch (error) {
      // The reader closed the sheet.
      if (error instanceof DOMException && error.name === 'AbortError') return 'shared';
    }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'refused';
  }
}
