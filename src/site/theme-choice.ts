/** `<theme-choice>`: lets the reader overrule the system's theme and remembers it. */

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.#show(this.#current());
    this.querySelector('button')?.addEventListener('click', () => {
      const next = themes[(themes.indexOf(this.#current()) + 1) % themes.length];
      this.#choose(next);
      this.#show(next);
    });
  }

  #current(): Theme {
    const chosen = document.documentElement.dataset.theme;
    return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
  }

  #choose(theme: Theme): void {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      if (theme === 'system') localStorage.removeItem('theme');
      else localStorage.setItem('theme', theme);
    } catch {
      // Where storage is closed the choice holds for this page only.
    }
  }

  #show(theme: Theme): void {
    this.dataset.theme = theme;
    const label = theme === 'system' ? 'Theme: as the system' : `Theme: ${theme}`;
    const button = this.querySelector('button');
    button?.setAttribute('aria-label', label);
    button?.setAttribute('title', label);
  }
}

customElements.define('theme-choice', ThemeChoice);
