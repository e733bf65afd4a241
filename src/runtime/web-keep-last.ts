/** A set of sessions whose last member is never released. */

import type { Session } from '../graph/session.ts';

/**
 * onnxruntime destroys the GPU device together with the last session that uses it, and does not open another.
 * So disposing of the last session is put off until a newer one exists.
 */
export function createKeeper(): (session: Session) => Session {
  let open = 0;
  let spare: Session | undefined;
  return (session) => {
    open++;
    spare?.dispose();
    spare = undefined;
    let disposed = false;
    return {
      ...session,
      dispose() {
        if (disposed) return;
        disposed = true;
        if (--open === 0) spare = session;
        else session.dispose();
      },
    };
  };
}
