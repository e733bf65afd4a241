/** Tells which models a page's figures run, so that all their files are kept and not only those used so far. */

/** @param listener given the addresses of the folders of a figure's models, each time that a figure begins to run */
export function watchFigures(listener: (folders: readonly string[]) => void): void {
  for (const figure of document.querySelectorAll<HTMLElement>('glossary-widget')) {
    const look = () => {
      if (figure.dataset.status !== 'running') return;
      const folders = Object.values<string>(JSON.parse(figure.dataset.models ?? '{}'));
      if (folders.length > 0) listener(folders.map((folder) => new URL(folder, location.href).href));
    };
    new MutationObserver(look).observe(figure, { attributeFilter: ['data-status'] });
    look();
  }
}
