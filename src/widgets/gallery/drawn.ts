/** What the gallery's drawings have in common: numbers from plain functions, and states that are drawn once. */

import type { SpecimenState } from './specimen.ts';

export const each = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i));
export const gridOf = (rows: number, columns: number, of: (row: number, column: number) => number) => ({
  rows,
  columns,
  values: each(rows * columns, (i) => of(Math.floor(i / columns), i % columns)),
});

/** Text drawn once, at the build as in the page. */

export function still(name: string, markup: string, wide = false): SpecimenState {
  return {
    name,
    wide,
    built: () => markup,
    make: () => {
      const element = document.createElement('div');
      element.innerHTML = markup;
      return element;
    },
  };
}
