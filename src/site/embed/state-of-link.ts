/** What an address says of one figure, for another page that shows the same figure. */

/** @returns the figure's own settings as a query with "?", or an empty text */
export function stateOf(name: string, search: string): string {
  const own = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part.startsWith(`${name}.`));
  return own.length === 0 ? '' : `?${own.join('&')}`;
}

/**
 * The same of a state that an entry starts a figure in.
 *
 * @param state without the figure's name: "points=xor&rule=delta"
 */
export const startState = (name: string, state: string): string =>
  state === '' ? '' : `?${state.replace(/(^|&)/g, `$1${name}.`)}`;

/** The code of a frame, which then opens in a state. The code is that of ./oembed.ts: its address has no query. */
export const codeInState = (code: string, state: string): string =>
  code.replace(
    / src="([^"?]*)(\?[^"]*)?"/,
    (_, url) => ` src="${url}${state.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
