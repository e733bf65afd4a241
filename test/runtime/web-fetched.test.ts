import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Channel, nameFetched, whichFetched } from '../../src/runtime/web-fetched.ts';

afterEach(() => vi.unstubAllGlobals());

describe('nameFetched()', () => {
  it('names what was fetched when asked, and each file that comes later', () => {
    const entries = [{ name: 'a.wasm' }];
    let later = (_: { getEntries(): { name: string }[] }): void => {};
    vi.stubGlobal('performance', { getEntriesByType: () => entries });
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        constructor(callback: typeof later) {
          later = callback;
        }
        observe() {}
      },
    );
    const said: unknown[] = [];
    const channel: Channel = { postMessage: (message) => said.push(message), onmessage: null };
    nameFetched(channel);
    channel.onmessage?.({ data: 'something else' } as MessageEvent);
    channel.onmessage?.({ data: whichFetched } as MessageEvent);
    later({ getEntries: () => [{ name: 'b.mjs' }] });
    expect(said).toEqual([['a.wasm'], ['b.mjs']]);
  });
});
