/** A session that counts its tensors, to show what leaks and what is used after its end. */

import type { DeviceTensor, Session } from '../../src/graph/session.ts';

export interface CountingSession extends Session {
  /** Tensors made and not yet disposed of. */
  readonly alive: () => number;
}

/** Wraps a session; reading, feeding or disposing of a tensor that was disposed of throws. */
export function countingSession(inner: Session): CountingSession {
  const alive = new Set<DeviceTensor>();
  const expectAlive = (tensor: DeviceTensor) => {
    if (!alive.has(tensor)) throw new Error('a tensor was used after it was disposed of');
  };
  const watch = (tensor: DeviceTensor): DeviceTensor => {
    const watched: DeviceTensor = {
      shape: tensor.shape,
      async read() {
        expectAlive(watched);
        return tensor.read();
      },
      dispose() {
        expectAlive(watched);
        alive.delete(watched);
        tensor.dispose();
      },
    };
    alive.add(watched);
    return watched;
  };
  return {
    alive: () => alive.size,
    async run(feeds) {
      Object.values(feeds).forEach(expectAlive);
      const outputs = await inner.run(feeds);
      return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, watch(tensor)]));
    },
    upload: (shape, data) => watch(inner.upload(shape, data)),
    dispose: () => inner.dispose(),
  };
}
