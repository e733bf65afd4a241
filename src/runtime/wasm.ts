/** Sessions over onnxruntime-web's WASM build inside Node: the bits a reader's browser computes. */

import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { Session } from '../graph/session.ts';
import { adaptSession } from './ort-session.ts';

// One thread: what is hashed must not depend on how work was shared out.
env.wasm.numThreads = 1;

/** @param model the bytes of an ONNX file */
export async function createSession(model: Uint8Array): Promise<Session> {
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  return adaptSession(session, Tensor);
}
