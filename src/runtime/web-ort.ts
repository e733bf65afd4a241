/** Sessions over onnxruntime-web, in the worker: one build per provider, self-hosted, loaded when asked for. */

import type { Session } from '../graph/session.ts';
import { adaptSession } from './ort-session.ts';
import { download, type Progress } from './web-download.ts';
import { createKeeper } from './web-keep-last.ts';
import type { Provider } from './web-provider.ts';
import { createQueue } from './web-queue.ts';

export interface LocalRuntime {
  readonly provider: Provider;
  /** Size of the runtime's WASM file, uncompressed. */
  readonly bytes: number;
  /** Resolves with one sentence if the GPU device is lost; stays open for WASM. */
  readonly lost: Promise<string>;
  /**
   * @param model the bytes of an ONNX file
   * @param onDevice outputs that stay in the GPU's memory until they are read
   */
  createSession(model: Uint8Array, onDevice: readonly string[]): Promise<Session>;
}

interface Build {
  readonly provider: Provider;
  readonly load: () => Promise<typeof import('onnxruntime-web')>;
  /** Name of the .mjs and .wasm files. */
  readonly file: string;
  /** Size of the .wasm file; a test compares it with the package. */
  readonly bytes: number;
}

export const builds: Readonly<Record<Provider, Build>> = {
  webgpu: {
    provider: 'webgpu',
    load: () => import('onnxruntime-web/jspi'),
    file: 'ort-wasm-simd-threaded.jspi',
    bytes: 16_758_545,
  },
  wasm: {
    provider: 'wasm',
    load: () => import('onnxruntime-web/wasm'),
    file: 'ort-wasm-simd-threaded',
    bytes: 14_239_897,
  },
};

// One queue for all: sessions on WebGPU must neither run nor be created while another runs.
const queue = createQueue();
let attempts = 0;

/**
 * Whoever calls this twice for the same provider gets two runtimes over one engine: the page asks once.
 * @param base absolute address of the folder with the runtime's files, ending in "/"
 * @throws Error if a file cannot be fetched (asking again tries again) or the engine does not start
 */
export async function loadRuntime(
  provider: Provider,
  base: string,
  report?: (progress: Progress) => void,
): Promise<LocalRuntime> {
  const build = builds[provider];
  // The package never recovers from a failed start, so all that a network can spoil is fetched beforehand,
  // and a second attempt asks for the glue under another name: browsers remember a module that failed.
  const glue = `${base}${build.file}.mjs${attempts++ > 0 ? `?attempt=${attempts}` : ''}`;
  const [ort, binary] = await Promise.all([
    build.load(),
    download(`${base}${build.file}.wasm`, build.bytes, report),
    import(/* @vite-ignore */ glue),
  ]);
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = { mjs: glue };
  ort.env.wasm.wasmBinary = binary;

  let abandon: (error: Error) => void = () => {};
  let watching: Promise<void> | undefined;
  const keep = createKeeper();
  let lostReason: string | undefined;
  let reportLost: (reason: string) => void = () => {};
  const lost = new Promise<string>((resolve) => {
    reportLost = resolve;
  });

  /** Runs one job of the queue; a run on a lost device may never end, and the queue must go on. */
  const guarded = <T>(job: () => Promise<T>): Promise<T> =>
    queue(
      () =>
        new Promise<T>((resolve, reject) => {
          if (lostReason) throw new Error(lostReason);
          abandon = reject;
          job().then(resolve, reject);
        }),
    );

  async function watchDevice(): Promise<void> {
    const device: GPUDevice = await ort.env.webgpu.device;
    void device.lost.then(({ message }) => {
      lostReason = `The graphics device was lost (${message || 'no cause given'}).`;
      reportLost(lostReason);
      abandon(new Error(lostReason));
    });
  }

  return {
    provider: build.provider,
    bytes: build.bytes,
    lost,
    async createSession(model, onDevice) {
      const places = Object.fromEntries(onDevice.map((name) => [name, 'gpu-buffer' as const]));
      const session = await guarded(() =>
        ort.InferenceSession.create(model, {
          executionProviders: [build.provider],
          // Errors only: that small operators of a graph run beside the GPU is no one's concern.
          logSeverityLevel: 3,
          ...(build.provider === 'webgpu' && onDevice.length > 0 && { preferredOutputLocation: places }),
        }),
      );
      // The engine has copied the file.
      delete ort.env.wasm.wasmBinary;
      const adapted = adaptSession(session, ort.Tensor, guarded);
      if (build.provider === 'wasm') return adapted;
      watching ??= watchDevice();
      await watching;
      return keep(adapted);
    },
  };
}
