/** Sessions over onnxruntime-node: native kernels, the fast engine of the training script. */

import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Session } from '../graph/session.ts';
import { adaptSession } from './ort-session.ts';

/**
 * @param model the bytes of an ONNX file
 * @param threads threads within one operator; native results differ between thread counts
 */
export async function createSession(model: Uint8Array, threads = 1): Promise<Session> {
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  return adaptSession(session, Tensor);
}
