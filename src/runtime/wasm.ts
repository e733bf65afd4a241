/** Sessions over onnxruntime-web's WASM build inside Node: the bits a reader's browser computes. */

import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { Session } from '../graph/session.ts';
import { adaptSession } from './ort-session.ts';
import { createQueue } from './web-queue.ts';

// One thread: what is hashed must not depend on how work was shared out.
env.wasm.numThreads = 1;

// Runs keep their arguments on the stack of the WASM memory that all sessions share. Two that overlap, such as those
// of two figures on one page that is being built, spoil each other's: outputs come back null.
const queue = createQueue();

/** @param model the bytes of an ONNX file */
export async function createSession(model: Uint8Array): Promise<Session> {
  const session = await queue(() => InferenceSession.create(model, { executionProviders: ['wasm'] }));
  return adaptSession(session, Tensor, queue);
}
