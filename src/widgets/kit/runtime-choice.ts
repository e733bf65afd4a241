/** Which runtime a figure computes on: what the reader wants if it can be had, else WASM and the reason. */

import {
  chooseProvider,
  loadRuntime,
  obstacleToWebGpu,
  type Progress,
  type Provider,
  type Runtime,
  type Wanted,
} from '../../runtime/web.ts';

export interface RuntimeFacts {
  readonly wanted: Wanted;
  /** Null until a runtime has been loaded. */
  readonly provider: Provider | null;
  /** Why the provider is not the wanted one. */
  readonly reason: string | null;
  /** Of the runtime being downloaded, if one is. */
  readonly progress: Progress | null;
  /** Size of the runtime's WASM file. */
  readonly runtimeBytes: number;
}

export interface RuntimeChoice {
  /** The runtime in use; the first call loads it, and a call after a failure tries again. */
  current(): Promise<Runtime>;
  /** The runtime of this provider, if it has been loaded and still works. */
  loaded(provider: Provider): Runtime | undefined;
  use(wanted: Wanted): Promise<void>;
  /** From here on the figure computes on WASM. */
  giveUpWebGpu(reason: string): Promise<Runtime>;
}

export interface RuntimeChoiceOptions {
  /** Address of the folder with the runtime's files. */
  readonly base: string;
  /** What "auto" takes. */
  readonly preferred: () => Promise<Provider>;
  readonly onChange: (facts: RuntimeFacts) => void;
  /** Replaced in tests, as is `obstacle`. */
  readonly load?: typeof loadRuntime;
  readonly obstacle?: () => Promise<string | null>;
}

interface Chosen {
  readonly runtime: Runtime;
  readonly reason: string | null;
}

export const noRuntime: RuntimeFacts = {
  wanted: 'auto',
  provider: null,
  reason: null,
  progress: null,
  runtimeBytes: 0,
};

export function createRuntimeChoice(options: RuntimeChoiceOptions): RuntimeChoice {
  const { base, preferred, onChange, load = loadRuntime } = options;
  const { obstacle = obstacleToWebGpu } = options;
  const runtimes = new Map<Provider, Runtime>();
  let facts = noRuntime;
  let broken: string | null = null;
  let choosing: Promise<Chosen> | undefined;

  const note = (change: Partial<RuntimeFacts>) => {
    facts = { ...facts, ...change };
    onChange(facts);
  };

  async function choose(wanted: Wanted): Promise<Chosen> {
    const { provider, reason = null } = await chooseProvider(
      wanted,
      await preferred(),
      async () => broken ?? obstacle(),
    );
    try {
      return { runtime: await open(provider), reason };
    } catch (error) {
      if (provider === 'wasm') throw error;
      const cause = `WebGPU did not start (${inWords(error)}).`;
      return { runtime: await open('wasm'), reason: cause };
    }
  }

  async function open(provider: Provider): Promise<Runtime> {
    const runtime = await load(provider, base, (progress) => note({ progress }));
    if (!runtimes.has(provider)) {
      runtimes.set(provider, runtime);
      void runtime.lost.then((cause) => {
        if (facts.provider === provider) void giveUpWebGpu(cause);
        else forget(cause);
      });
    }
    return runtime;
  }

  function forget(reason: string): void {
    broken = reason;
    runtimes.delete('webgpu');
  }

  async function giveUpWebGpu(reason: string): Promise<Runtime> {
    forget(reason);
    return settle(open('wasm').then((runtime) => ({ runtime, reason })));
  }

  /** The latest attempt decides what is shown; an earlier one that ends later changes nothing. */
  function settle(attempt: Promise<Chosen>): Promise<Runtime> {
    choosing = attempt;
    attempt.then(
      ({ runtime: { provider, bytes }, reason }) => {
        if (choosing === attempt) note({ provider, reason, progress: null, runtimeBytes: bytes });
      },
      () => {
        if (choosing === attempt) choosing = undefined;
      },
    );
    return attempt.then(({ runtime }) => runtime);
  }

  return {
    current: () => choosing?.then(({ runtime }) => runtime) ?? settle(choose(facts.wanted)),
    loaded: (provider) => runtimes.get(provider),
    async use(wanted) {
      note({ wanted });
      await settle(choose(wanted));
    },
    giveUpWebGpu,
  };
}

/** What a reader can make something of; the engine's own messages name its source files and go to the console. */
export function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.includes('ERROR_CODE')) return message;
  console.warn(message);
  return 'onnxruntime reported an error';
}
