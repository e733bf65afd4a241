/** `<copy-text>`: a button that copies the `<pre>` beside it. Hidden where the clipboard cannot be written. */

class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const text = this.querySelector('pre');
    const done = this.querySelector('.copy-done');
    if (!button || !text || !done || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent ?? '');
        done.textContent = 'Copied';
      } catch {
        getSelection()?.selectAllChildren(text);
        done.textContent = 'The browser refused; the text is selected instead';
      }
      setTimeout(() => {
        done.textContent = '';
      }, 3000);
    });
  }
}

customElements.define('copy-text', CopyText);
