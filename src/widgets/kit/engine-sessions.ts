/** The open sessions of a page: figures that run the same file on the same runtime share one. */

import type { RemoteSession, Runtime } from '../../runtime/web.ts';
import type { Files } from './engine-files.ts';

export interface Hold {
  readonly session: Promise<RemoteSession>;
  /** Whoever lets go last closes the session. */
  release(): void;
}

interface Entry {
  readonly session: Promise<RemoteSession>;
  holders: number;
}

const open = new WeakMap<Runtime, Map<string, Entry>>();

/**
 * @param key names the file, and is the same for all who may share its session
 * @param create called if nobody holds such a session; its failure is forgotten, so that asking again tries again
 */
export function holdSession(runtime: Runtime, key: string, create: () => Promise<RemoteSession>): Hold {
  const entries = open.get(runtime) ?? new Map<string, Entry>();
  open.set(runtime, entries);
  const entry = entries.get(key) ?? { session: create(), holders: 0 };
  const forget = () => {
    if (entries.get(key) === entry) entries.delete(key);
  };
  if (entry.holders++ === 0) {
    entries.set(key, entry);
    entry.session.catch(forget);
  }
  let held = true;
  return {
    session: entry.session,
    release() {
      if (!held) return;
      held = false;
      if (--entry.holders > 0) return;
      forget();
      entry.session.then(
        (session) => session.dispose(),
        () => {},
      );
    },
  };
}

/** The sessions of one figure. */
export interface Sessions {
  /**
   * Does a job with a file's session, which stays open for the next time.
   * @param onDevice outputs to be left in the GPU's memory
   */
  with<T>(
    runtime: Runtime,
    model: string,
    file: string,
    onDevice: readonly string[],
    job: (session: RemoteSession) => Promise<T>,
  ): Promise<T>;
  /** Lets go of the sessions of a file as soon as the jobs under way are done. */
  drop(model: string, file: string): void;
  /** Lets go of all. */
  end(): void;
}

export function createSessions(files: Files): Sessions {
  const holds = new Map<string, Hold>();
  let ended = false;

  function letGo(ofFile: (name: string) => boolean): void {
    for (const [name, hold] of holds) {
      if (!ofFile(name)) continue;
      hold.release();
      holds.delete(name);
    }
  }

  return {
    async with(runtime, model, file, onDevice, job) {
      const { bytes, key } = await files.of(model, file);
      // Other outputs than those of the GPU are in ordinary memory anyway.
      const places = runtime.provider === 'webgpu' ? onDevice : [];
      const hold = () =>
        holdSession(runtime, [key, ...places].join(' '), () => runtime.createSession(bytes, places));
      const mine = hold();
      try {
        const session = await mine.session;
        const name = [`${model}/${file}`, runtime.provider, ...places].join(' ');
        // Meanwhile the figure may have ended, or the page may have put another graph in this one's place.
        const isCurrent = !ended && (await files.of(model, file)).key === key;
        if (isCurrent && !holds.has(name)) holds.set(name, hold());
        return await job(session);
      } finally {
        mine.release();
      }
    },
    drop: (model, file) => letGo((name) => name.startsWith(`${model}/${file} `)),
    end() {
      ended = true;
      letGo(() => true);
    },
  };
}
