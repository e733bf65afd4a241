/** Colours of tokens.css for the places that CSS variables do not reach: the icon of the site and the browser's frame. */

import tokens from './styles/tokens.css?raw';

/** A colour of the raw scale, e.g. `paper-1`. */
export function rawColour(name: string): string {
  const [, value] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens) ?? [];
  if (value === undefined) throw new Error(`src/site/styles/tokens.css: there is no colour --${name}`);
  return value;
}
