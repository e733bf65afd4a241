/** What a first view of a page costs: every byte that comes over the wire, as the server compressed it. */

import type { Page } from 'playwright-core';

export interface Transfer {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/** Counts from now on. Call before the page is opened. */
export async function countTransfers(page: Page): Promise<readonly Transfer[]> {
  const transfers: Transfer[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Map<string, { path: string; type: string }>();
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    asked.set(requestId, { path: new URL(response.url).pathname, type });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = asked.get(requestId);
    if (known) transfers.push({ ...known, bytes: encodedDataLength });
  });
  return transfers;
}

export const sum = (transfers: readonly Transfer[]): number =>
  transfers.reduce((total, { bytes }) => total + bytes, 0);
