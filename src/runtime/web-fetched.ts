/**
 * Names what a page's worker has fetched, now and later, to whoever asks in the same site: what keeps files for reading
 * offline may have come after the worker, and has then seen nothing of it.
 */

export const fetchedChannel = 'fetched-by-runtime';
export const whichFetched = 'which?';

/** What is used of a BroadcastChannel. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

export function nameFetched(channel: Channel = new BroadcastChannel(fetchedChannel)): void {
  const name = (entries: readonly PerformanceEntry[]) => channel.postMessage(entries.map(({ name }) => name));
  channel.onmessage = ({ data }) => {
    if (data === whichFetched) name(performance.getEntriesByType('resource'));
  };
  new PerformanceObserver((list) => name(list.getEntries())).observe({ type: 'resource', buffered: true });
}
