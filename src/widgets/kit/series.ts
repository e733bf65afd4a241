/** How series are told apart: each number has a colour, a dash and a symbol, wherever it is drawn. */

import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';

/** Of the palette `--data-1` … `--data-6`; the stylesheet gives each its dash too. */
export type SeriesNumber = 1 | 2 | 3 | 4 | 5 | 6;

const symbols: Readonly<Record<SeriesNumber, SymbolType>> = {
  1: symbolCircle,
  2: symbolSquare,
  3: symbolTriangle,
  4: symbolDiamond,
  5: symbolCross,
  6: symbolStar,
};

/** Counts on and starts again after the sixth. */
export const seriesNumber = (index: number): SeriesNumber => ((index % 6) + 1) as SeriesNumber;

const outline = symbol().digits(2);

/** Path data of the symbol around the origin. @param area in square units */
export const seriesSymbol = (number: SeriesNumber, area = 40): string =>
  outline.type(symbols[number]).size(area)() ?? '';

/** Text that is set into markup. */
export const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] as string,
  );

/** Width in pixels that a text of the smallest size takes at most; at build time nothing can be measured. */
export const textWidth = (text: string): number => [...text].length * 7.2;
