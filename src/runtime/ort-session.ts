/** An onnxruntime session, native or web, behind the project's own `Session`. */

import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-common';
import type { DeviceTensor, Session } from '../graph/session.ts';
import type { Shape } from '../graph/value.ts';

interface OrtTensor extends DeviceTensor {
  readonly tensor: Tensor;
}

/**
 * @param makeTensor the Tensor class of the same onnxruntime package as the session
 * @param queue how runs are ordered; WebGPU needs one at a time
 */
export function adaptSession(
  session: InferenceSession,
  makeTensor: TensorConstructor,
  queue: <T>(job: () => Promise<T>) => Promise<T> = (job) => job(),
): Session {
  const wrap = (tensor: Tensor): OrtTensor => ({
    tensor,
    shape: tensor.dims,
    // What lies in the GPU's memory comes from there only while nothing runs.
    read: async () =>
      (await (tensor.location === 'cpu' ? tensor.getData() : queue(() => tensor.getData()))) as Float32Array,
    dispose: () => tensor.dispose(),
  });
  return {
    async run(feeds) {
      const tensors: Record<string, Tensor> = {};
      for (const [name, fed] of Object.entries(feeds))
        tensors[name] =
          'tensor' in fed
            ? (fed as OrtTensor).tensor
            : new makeTensor('float32', await fed.read(), fed.shape);
      for (const name of session.inputNames)
        if (!(name in tensors)) throw new Error(`session: the input "${name}" is missing`);
      const outputs = await queue(() => session.run(tensors));
      return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, wrap(tensor)]));
    },
    upload: (shape: Shape, data: Float32Array) => wrap(new makeTensor('float32', data, shape)),
    // A session whose device is gone cannot be released and need not be.
    dispose: () => void queue(() => session.release()).catch(() => {}),
  };
}
