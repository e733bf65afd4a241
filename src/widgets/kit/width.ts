/** Drawings are made anew for the width they have, so that their text keeps the size of the page's text. */

/** Calls back with the width in whole pixels, now (once the element is in the page) and whenever it changes. */
export function watchWidth(element: Element, onWidth: (width: number) => void): ResizeObserver {
  let last = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === last || width === 0) return;
    last = width;
    onWidth(width);
  });
  observer.observe(element);
  return observer;
}

/** Widths for which a drawing is made at build time: a phone's and a wide figure's. The stylesheet shows one. */
export const builtWidths = { narrow: 330, wide: 640 } as const;

/** The same drawing in two layouts, for a page that has no script to measure with. */
export const inTwoWidths = (draw: (width: number) => string): string =>
  `<div class="drawn-narrow">${draw(builtWidths.narrow)}</div><div class="drawn-wide">${draw(builtWidths.wide)}</div>`;
