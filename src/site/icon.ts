/** The sign of the site, two classes of points and the line between them, as an SVG file. */

import { rawColour } from './palette.ts';

/** @param bleed whether the ground fills the corners and the sign keeps away from the edge, which systems may cut off */
export function icon({ bleed = false } = {}): string {
  const sign =
    `<path d="M5 27 27 5" stroke="${rawColour('ink-1')}" stroke-width="3"/>` +
    `<circle cx="10" cy="10" r="4.5" fill="${rawColour('blue-deep')}"/>` +
    `<circle cx="22" cy="22" r="4.5" fill="${rawColour('orange-deep')}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">` +
    `<rect width="32" height="32"${bleed ? '' : ' rx="5"'} fill="${rawColour('paper-1')}"/>` +
    `${bleed ? `<g transform="translate(4.8 4.8) scale(.7)">${sign}</g>` : sign}</svg>`
  );
}
