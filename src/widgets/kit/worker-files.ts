/** What the page's worker has fetched: the runtime and the code around it, of which the page itself has no record. */

import { fetchedChannel, whichFetched } from '../../runtime/web-fetched.ts';

/** Calls back with addresses, those of before and each that is to come. */
export function watchWorkerFiles(listener: (addresses: readonly string[]) => void): void {
  const channel = new BroadcastChannel(fetchedChannel);
  channel.onmessage = ({ data }) => {
    if (Array.isArray(data)) listener(data.filter((one) => typeof one === 'string'));
  };
  channel.postMessage(whichFetched);
}
