/**
 * `<copy-text>`: a button that copies the `<pre>` beside it. `<copy-row>`: one button for each of several texts, each
 * naming its `<pre>` in `data-copy`. Both are hidden where the clipboard cannot be written.
 */

class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard) return;
    const done = this.querySelector('.copy-done');
    this.hidden = false;
    for (const button of this.querySelectorAll('button')) {
      button.hidden = false;
      button.addEventListener('click', () => void copy(this.#textOf(button), done));
    }
  }

  #textOf(button: HTMLButtonElement): Element | null {
    const { copy: id } = button.dataset;
    return id === undefined ? this.querySelector('pre') : document.getElementById(id);
  }
}

async function copy(text: Element | null, done: Element | null): Promise<void> {
  if (!text || !done) return;
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    const name = document.getElementById(text.getAttribute('aria-labelledby') ?? '')?.textContent;
    done.textContent = `Copied${done.closest('copy-row') && name ? `: ${name}` : ''}`;
  } catch {
    const fold = text.closest('details');
    if (fold) fold.open = true;
    getSelection()?.selectAllChildren(text);
    done.textContent = 'The browser refused; the text is selected instead';
  }
  setTimeout(() => {
    done.textContent = '';
  }, 3000);
}

customElements.define('copy-text', CopyText);
customElements.define('copy-row', class extends CopyText {});
