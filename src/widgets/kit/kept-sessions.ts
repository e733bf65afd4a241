/** Sessions that stay open while a figure is drawn: hundreds of runs then ask a handful of them. */

import type { Session } from '../../graph/session.ts';
import type { Graph } from '../../graph/value.ts';

/** @returns `open`, which gives the same session for the same graph, and `close`, which ends them all */
export function keptSessions(make: (graph: Graph) => Promise<Session>) {
  const sessions = new Map<Graph, Promise<Session>>();
  return {
    async open(graph: Graph): Promise<Session> {
      const known = sessions.get(graph) ?? make(graph);
      sessions.set(graph, known);
      const session = await known;
      return {
        run: (feeds) => session.run(feeds),
        upload: (shape, data) => session.upload(shape, data),
        dispose: () => {},
      };
    },
    async close(): Promise<void> {
      for (const session of sessions.values()) (await session).dispose();
      sessions.clear();
    },
  };
}
