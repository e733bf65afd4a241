/**
 * A figure's models as functions from numbers to numbers, on the provider the reader wants.
 *
 * All computing is done in one worker, which the figures of a page share: whatever is asked here, the page stays
 * free to answer the reader. A figure starts with
 *
 *     const engine = createEngine({ models, runtime, leading: 'perceptron', signal, onChange: drawComputeLine });
 *     const { sum } = await engine.run('perceptron', 'forward.onnx', { x: { shape: [1, 2], data }, … });
 */

import type { ModelCard } from '../../recipes/model-card.ts';
import type { Feeds, Numbers, Runtime, Steps, StepsResult, Wanted } from '../../runtime/web.ts';
import { addedFile, createFiles } from './engine-files.ts';
import { createSessions } from './engine-sessions.ts';
import { largestDifference, type Timing, timed } from './measurement.ts';
import {
  createRuntimeChoice,
  inWords,
  noRuntime,
  type RuntimeChoiceOptions,
  type RuntimeFacts,
} from './runtime-choice.ts';

export type { Divergence, Fed, Feeds, Numbers, Steps, StepsResult } from '../../runtime/web.ts';

/** What a figure can honestly say about how its numbers came about. */
export interface Facts extends RuntimeFacts {
  /** Of the model files fetched so far. */
  readonly modelBytes: number;
  /** Of the graphs that the page has encoded itself. */
  readonly graphBytes: number;
  /** By "provider model/file"; of `runSteps`, the time of one step on average. */
  readonly timings: Readonly<Record<string, Timing>>;
  /** Largest |WebGPU − WASM| of any number both have computed, or null if not both have run. */
  readonly difference: number | null;
}

export interface Engine {
  readonly facts: Facts;
  /** A file beside the model, as JSON. */
  json<T>(model: string, file: string): Promise<T>;
  /** A file beside the model, as it is: to read the parameters out of `model.onnx`, for graphs to `add`. */
  bytes(model: string, file: string): Promise<Uint8Array>;
  /**
   * Registers a graph that the page has encoded (`encodeModel` of src/onnx), such as a network the reader has
   * put together: `run(name, 'graph.onnx', feeds)` then runs it. The same name again replaces the graph; runs
   * under way end with the old one, whose sessions are closed after them.
   * @throws Error if the page has a model of this name
   */
  add(name: string, bytes: Uint8Array): void;
  /**
   * Runs one file of a model once and gives all its outputs. Feeds may be used again: they are copied.
   * @param compare also run it on the other provider, if that one is loaded, and note the difference
   * @throws Error if a file cannot be fetched, no runtime starts or the run fails; asking again tries again
   */
  run(model: string, file: string, feeds: Feeds, compare?: boolean): Promise<Numbers>;
  /**
   * Runs one training step after another, each with the next element of `batches`, without the state leaving the
   * worker (on WebGPU: the graphics card) in between. Ends early, and says where, at the first kept scalar that
   * is NaN or infinite. Other runs take their turn between steps, so a long course may be asked for at once;
   * to draw while it goes on, ask for it in parts, each beginning with the state of the one before.
   *
   *     const { state, kept, diverged } = await engine.runSteps('xor-mlp', 'step.onnx', {
   *       state: { 'hidden.weights': { shape: [2, 2], data: weights }, … },
   *       carried: [{ from: 'hidden.weights', to: 'hidden.weights.next' }, …],
   *       batches: examples.map(({ x, target }) => ({ x, target, learningRate })),
   *       keep: ['loss'],
   *     });
   *     const losses = kept.map(({ loss }) => loss[0]);
   *
   * @param until ends the run, which then rejects with the signal's reason; the figure's end does so in any case
   */
  runSteps(model: string, file: string, steps: Steps, until?: AbortSignal): Promise<StepsResult>;
  /** Changes the provider; the next run loads it if need be. Resolves when it is chosen and loaded. */
  use(wanted: Wanted): Promise<void>;
  /** Lets go of all sessions; those that no other figure holds are closed. */
  dispose(): void;
}

export interface EngineOptions {
  /** Addresses of the models' folders, ending in "/". */
  readonly models: Readonly<Record<string, string>>;
  /** Address of the runtime's folder. */
  readonly runtime: string;
  /** The model whose card says what "auto" takes; without one it is WASM, which suits graphs that a page encodes. */
  readonly leading?: string | undefined;
  readonly signal: AbortSignal;
  readonly onChange: (facts: Facts) => void;
  /** Replaced in tests. */
  readonly runtimes?: Pick<RuntimeChoiceOptions, 'load' | 'obstacle'>;
}

/** Nothing is fetched until the first `json`, `run`, `runSteps` or `use`. */
export function createEngine(options: EngineOptions): Engine {
  const { models, runtime: base, leading, signal, onChange, runtimes } = options;
  let facts: Facts = { ...noRuntime, modelBytes: 0, graphBytes: 0, timings: {}, difference: null };
  const note = (change: Partial<Facts>) => {
    facts = { ...facts, ...change };
    if (!signal.aborted) onChange(facts);
  };
  const files = createFiles(models, signal, (bytes) => note({ modelBytes: facts.modelBytes + bytes }));
  const sessions = createSessions(files);
  const added = new Map<string, number>();
  const json = async <T>(model: string, file: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode((await files.of(model, file)).bytes));
  const choice = createRuntimeChoice({
    base,
    preferred: async () =>
      leading ? (await json<ModelCard>(leading, 'card.json')).preferredProvider : 'wasm',
    onChange: note,
    ...runtimes,
  });

  /** Does a job on the runtime in use; where WebGPU fails, again on WASM, and there the figure stays. */
  async function withFallback<T>(job: (runtime: Runtime) => Promise<T>, end = signal): Promise<T> {
    const runtime = await choice.current();
    try {
      return await job(runtime);
    } catch (error) {
      if (runtime.provider === 'wasm' || end.aborted) throw error;
      return job(await choice.giveUpWebGpu(`WebGPU stopped (${inWords(error)}).`));
    }
  }

  /** @param began when the file was there, before its session was */
  function time(name: string, began: number, ready: number, runs = 1): void {
    const each = (performance.now() - ready) / Math.max(1, runs);
    const known = facts.timings[name];
    note({ timings: { ...facts.timings, [name]: timed(known, known ? each : ready - began + each) } });
  }

  async function runOn(runtime: Runtime, model: string, file: string, feeds: Feeds): Promise<Numbers> {
    await files.of(model, file);
    const began = performance.now();
    return sessions.with(runtime, model, file, [], async (session) => {
      const ready = performance.now();
      const numbers = await session.run(feeds);
      time(`${runtime.provider} ${model}/${file}`, began, ready);
      return numbers;
    });
  }

  return {
    get facts() {
      return facts;
    },
    json,
    bytes: async (model, file) => (await files.of(model, file)).bytes,
    add(name, bytes) {
      files.add(name, bytes);
      sessions.drop(name, addedFile);
      added.set(name, bytes.length);
      note({ graphBytes: [...added.values()].reduce((sum, size) => sum + size, 0) });
    },
    async run(model, file, feeds, compare = false) {
      const numbers = await withFallback((runtime) => runOn(runtime, model, file, feeds));
      const other = choice.loaded(facts.provider === 'wasm' ? 'webgpu' : 'wasm');
      if (compare && other) {
        // The comparison is an extra: if the other provider fails, the figure still has its numbers.
        const others = await runOn(other, model, file, feeds).catch(() => null);
        if (others) note({ difference: Math.max(facts.difference ?? 0, largestDifference(numbers, others)) });
      }
      return numbers;
    },
    async runSteps(model, file, steps, until) {
      const end = until ? AbortSignal.any([signal, until]) : signal;
      const stays = steps.carried.map(({ to }) => to).filter((name) => !steps.keep.includes(name));
      return withFallback(async (runtime) => {
        await files.of(model, file);
        const began = performance.now();
        return sessions.with(runtime, model, file, stays, async (session) => {
          const ready = performance.now();
          const result = await session.runSteps(steps, end);
          time(`${runtime.provider} ${model}/${file}`, began, ready, result.kept.length);
          return result;
        });
      }, end);
    },
    use: choice.use,
    dispose: sessions.end,
  };
}
