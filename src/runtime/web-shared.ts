/** Work that several widgets of a page ask for and that is done once. */

import type { Progress } from './web-download.ts';

type Listener = (progress: Progress) => void;

/**
 * `load` once per key. All who ask while it runs share its promise and hear its progress;
 * a failure is forgotten, so that asking again tries again.
 */
export function createShared<Key extends string, T>(load: (key: Key, report: Listener) => Promise<T>) {
  const entries = new Map<Key, { promise: Promise<T>; listeners: Set<Listener>; latest?: Progress }>();
  return async (key: Key, onProgress?: Listener): Promise<T> => {
    let entry = entries.get(key);
    if (!entry) {
      const listeners = new Set<Listener>();
      const made: { promise: Promise<T>; listeners: Set<Listener>; latest?: Progress } = {
        listeners,
        promise: load(key, (progress) => {
          made.latest = progress;
          for (const listener of listeners) listener(progress);
        }),
      };
      entry = made;
      entries.set(key, entry);
      entry.promise.catch(() => entries.delete(key));
    }
    if (onProgress) {
      entry.listeners.add(onProgress);
      if (entry.latest) onProgress(entry.latest);
    }
    try {
      return await entry.promise;
    } finally {
      if (onProgress) entry.listeners.delete(onProgress);
    }
  };
}
