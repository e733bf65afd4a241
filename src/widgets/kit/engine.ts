/** A figure's models as functions from numbers to numbers, on the provider the reader wants. */

import type { Session } from '../../graph/session.ts';
import type { Shape } from '../../graph/value.ts';
import type { ModelCard } from '../../recipes/model-card.ts';
import type { Runtime, Wanted } from '../../runtime/web.ts';
import { largestDifference, type Timing, timed } from './measurement.ts';
import {
  createRuntimeChoice,
  inWords,
  noRuntime,
  type RuntimeChoiceOptions,
  type RuntimeFacts,
} from './runtime-choice.ts';

export interface Fed {
  readonly shape: Shape;
  readonly data: Float32Array;
}
export type Numbers = Readonly<Record<string, Float32Array>>;

/** What a figure can honestly say about how its numbers came about. */
export interface Facts extends RuntimeFacts {
  /** Of the model files fetched so far. */
  readonly modelBytes: number;
  /** By "provider model/file". */
  readonly timings: Readonly<Record<string, Timing>>;
  /** Largest |WebGPU − WASM| of any number both have computed, or null if not both have run. */
  readonly difference: number | null;
}

export interface Engine {
  readonly facts: Facts;
  /** A file beside the model, as JSON. */
  json<T>(model: string, file: string): Promise<T>;
  /**
   * Runs one file of a model once and reads all its outputs.
   * @param compare also run it on the other provider, if that one is loaded, and note the difference
   */
  run(model: string, file: string, feeds: Readonly<Record<string, Fed>>, compare?: boolean): Promise<Numbers>;
  /** Changes the provider; the next run loads it if need be. Resolves when it is chosen and loaded. */
  use(wanted: Wanted): Promise<void>;
  dispose(): void;
}

export interface EngineOptions {
  /** Addresses of the models' folders, ending in "/". */
  readonly models: Readonly<Record<string, string>>;
  /** Address of the runtime's folder. */
  readonly runtime: string;
  /** The model whose card says what "auto" takes. */
  readonly leading: string;
  readonly signal: AbortSignal;
  readonly onChange: (facts: Facts) => void;
  /** Replaced in tests. */
  readonly runtimes?: Pick<RuntimeChoiceOptions, 'load' | 'obstacle'>;
}

/** Nothing is fetched until the first `json`, `run` or `use`. */
export function createEngine({
  models,
  runtime: base,
  leading,
  signal,
  onChange,
  runtimes,
}: EngineOptions): Engine {
  const files = new Map<string, Promise<Uint8Array>>();
  const sessions = new Map<string, Promise<Session>>();
  let facts: Facts = { ...noRuntime, modelBytes: 0, timings: {}, difference: null };
  const note = (change: Partial<Facts>) => {
    facts = { ...facts, ...change };
    if (!signal.aborted) onChange(facts);
  };
  const choice = createRuntimeChoice({
    base,
    preferred: async () => (await json<ModelCard>(leading, 'card.json')).preferredProvider,
    onChange: note,
    ...runtimes,
  });

  const bytesOf = (model: string, file: string): Promise<Uint8Array> =>
    remembered(files, `${model}/${file}`, async () => {
      if (!(model in models)) throw new Error(`the page gives no address for the model "${model}"`);
      const response = await fetch(`${models[model]}${file}`, { signal });
      if (!response.ok) throw new Error(`${models[model]}${file}: the server answered ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (file.endsWith('.onnx')) note({ modelBytes: facts.modelBytes + bytes.length });
      return bytes;
    });

  const json = async <T>(model: string, file: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await bytesOf(model, file)));

  const sessionOf = (runtime: Runtime, model: string, file: string) =>
    remembered(sessions, `${runtime.provider} ${model}/${file}`, async () =>
      runtime.createSession(await bytesOf(model, file)),
    );

  async function compute(
    runtime: Runtime,
    model: string,
    file: string,
    feeds: Readonly<Record<string, Fed>>,
  ) {
    await bytesOf(model, file);
    const began = performance.now();
    const numbers = await evaluate(await sessionOf(runtime, model, file), feeds);
    const key = `${model}/${file}`;
    const name = `${runtime.provider} ${key}`;
    return { numbers, timings: { [name]: timed(facts.timings[name], performance.now() - began) } };
  }

  return {
    get facts() {
      return facts;
    },
    json,
    async run(model, file, feeds, compare = false) {
      const runtime = await choice.current();
      let result: Awaited<ReturnType<typeof compute>>;
      try {
        result = await compute(runtime, model, file, feeds);
      } catch (error) {
        if (runtime.provider === 'wasm' || signal.aborted) throw error;
        const reason = `WebGPU stopped (${inWords(error)}).`;
        result = await compute(await choice.giveUpWebGpu(reason), model, file, feeds);
      }
      let { difference } = facts;
      const other = choice.loaded(runtime.provider === 'wasm' ? 'webgpu' : 'wasm');
      if (compare && other) {
        // The comparison is an extra: if the other provider fails, the figure still has its numbers.
        const { numbers } = await compute(other, model, file, feeds).catch(() => ({ numbers: null }));
        if (numbers) difference = Math.max(difference ?? 0, largestDifference(result.numbers, numbers));
      }
      note({ timings: { ...facts.timings, ...result.timings }, difference });
      return result.numbers;
    },
    use: choice.use,
    dispose() {
      for (const session of sessions.values())
        void session.then(
          (open) => open.dispose(),
          () => {},
        );
      sessions.clear();
    },
  };
}

async function evaluate(session: Session, feeds: Readonly<Record<string, Fed>>): Promise<Numbers> {
  const fed = Object.entries(feeds).map(
    ([name, { shape, data }]) => [name, session.upload(shape, data)] as const,
  );
  const outputs = Object.entries(await session.run(Object.fromEntries(fed)));
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of outputs) numbers[name] = Float32Array.from(await tensor.read());
  for (const [, tensor] of [...fed, ...outputs]) tensor.dispose();
  return numbers;
}

/** A failure is forgotten, so that asking again tries again. */
function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const existing = known.get(key);
  if (existing) return existing;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}
