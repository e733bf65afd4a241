/** Names of the stores, one set for each address that the site is served at: several may share a host. */

import type { Kind } from './kinds.ts';

/** @param scope the address below which the service worker answers */
export const visitedName = (kind: Kind, scope: string): string => `visited-${kind} ${scope}`;

/** What the reader asked to keep: nothing of it expires. */
export const keptName = (scope: string): string => `kept ${scope}`;

export const isOurs = (name: string, scope: string): boolean =>
  /^(visited-\w+|kept) /.test(name) && name.endsWith(` ${scope}`);
