import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Provider, RemoteSession, Runtime } from '../../../src/runtime/web.ts';
import { turn } from '../../../src/runtime/web-serve.ts';
import { createEngine, type EngineOptions, type Facts } from '../../../src/widgets/kit/engine.ts';

/** A runtime whose models add `offset` to x. */
function fakeRuntime(provider: Provider, offset: number, run?: () => Promise<void>) {
  let lose: (reason: string) => void = () => {};
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  const session = {
    async run({ x }) {
      await run?.();
      return { y: Float32Array.of(x.data[0] + offset) };
    },
    /** Every step adds `offset` to the state x. */
    async runSteps({ state, batches }) {
      await run?.();
      const x = Float32Array.of(state.x.data[0] + offset * batches.length);
      return { state: { x }, kept: batches.map(() => ({})), diverged: null };
    },
    dispose: vi.fn(),
  } satisfies RemoteSession;
  const runtime = {
    provider,
    bytes: 1000,
    lost,
    createSession: vi.fn(async () => session),
  } satisfies Runtime;
  return { runtime, session, lose };
}

const one = { x: { shape: [1], data: Float32Array.of(1) } };
let preferred: Provider;

beforeEach(() => {
  preferred = 'wasm';
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) =>
      url.endsWith('card.json')
        ? new Response(JSON.stringify({ preferredProvider: preferred }))
        : new Response(new Uint8Array(500)),
    ),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function engineWith(
  runtimes: Partial<Record<Provider, Runtime | Error>>,
  obstacle: string | null = null,
  options: Partial<EngineOptions> = {},
) {
  const load = vi.fn(async (provider: Provider) => {
    const found = runtimes[provider];
    if (!found) throw new Error(`${provider} was not expected`);
    if (found instanceof Error) throw found;
    return found;
  });
  const seen: Facts[] = [];
  const engine = createEngine({
    models: { sum: '/models/sum/' },
    runtime: '/runtime/',
    leading: 'sum',
    signal: new AbortController().signal,
    onChange: (facts) => seen.push(facts),
    runtimes: { load, obstacle: async () => obstacle },
    ...options,
  });
  return { engine, load, seen };
}

describe('an engine left to choose', () => {
  it.each(['wasm', 'webgpu'] as const)('takes %s where the model’s card names it', async (provider) => {
    preferred = provider;
    const { engine, load } = engineWith({ [provider]: fakeRuntime(provider, 1).runtime });
    expect((await engine.run('sum', 'forward.onnx', one)).y).toEqual(Float32Array.of(2));
    expect(load).toHaveBeenCalledOnce();
    expect(engine.facts).toMatchObject({ provider, reason: null, modelBytes: 500, runtimeBytes: 1000 });
  });
  it('fetches and loads nothing before it is asked for something', () => {
    const { load } = engineWith({});
    expect(load).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('an engine forced to WebGPU', () => {
  it('says why it runs on WASM where WebGPU cannot be had', async () => {
    const { engine } = engineWith({ wasm: fakeRuntime('wasm', 1).runtime }, 'No adapter.');
    await engine.use('webgpu');
    expect(engine.facts).toMatchObject({ wanted: 'webgpu', provider: 'wasm', reason: 'No adapter.' });
  });
  it('falls back when WebGPU does not start', async () => {
    const { engine } = engineWith({
      wasm: fakeRuntime('wasm', 1).runtime,
      webgpu: new Error('out of memory'),
    });
    await engine.use('webgpu');
    expect(engine.facts).toMatchObject({ provider: 'wasm', reason: 'WebGPU did not start (out of memory).' });
  });
  it('repeats on WASM a run that failed, and stays there', async () => {
    const failing = fakeRuntime('webgpu', 1, () => Promise.reject(new Error('shader')));
    const { engine } = engineWith({ wasm: fakeRuntime('wasm', 10).runtime, webgpu: failing.runtime });
    await engine.use('webgpu');
    expect((await engine.run('sum', 'forward.onnx', one)).y[0]).toBe(11);
    expect(engine.facts).toMatchObject({ provider: 'wasm', reason: 'WebGPU stopped (shader).' });
    await engine.use('webgpu');
    expect(engine.facts.provider).toBe('wasm');
  });
  it('spares the reader the names of the engine’s source files', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const failing = fakeRuntime('webgpu', 1, () =>
      Promise.reject(
        new Error('failed to call OrtRun(). ERROR_CODE: 1, ERROR_MESSAGE: buffer_manager.cc:643'),
      ),
    );
    const { engine } = engineWith({ wasm: fakeRuntime('wasm', 10).runtime, webgpu: failing.runtime });
    await engine.use('webgpu');
    await engine.run('sum', 'forward.onnx', one);
    expect(engine.facts.reason).toBe('WebGPU stopped (onnxruntime reported an error).');
  });
  it('moves to WASM when the device is lost', async () => {
    const { runtime, lose } = fakeRuntime('webgpu', 1);
    const { engine } = engineWith({ wasm: fakeRuntime('wasm', 10).runtime, webgpu: runtime });
    await engine.use('webgpu');
    lose('The graphics device was lost.');
    await vi.waitFor(() => expect(engine.facts.provider).toBe('wasm'));
    expect(engine.facts.reason).toBe('The graphics device was lost.');
    expect((await engine.run('sum', 'forward.onnx', one)).y[0]).toBe(11);
  });
  it('does not blame WebGPU for an error that WASM has too', async () => {
    const failing = () => Promise.reject(new Error('the input "x" is missing'));
    const { engine } = engineWith({
      wasm: fakeRuntime('wasm', 1, failing).runtime,
      webgpu: fakeRuntime('webgpu', 1, failing).runtime,
    });
    await engine.use('webgpu');
    await expect(engine.run('sum', 'forward.onnx', one)).rejects.toThrow('"x" is missing');
  });
});

describe('comparison of the providers', () => {
  it('happens only when both are loaded, and keeps the largest difference', async () => {
    const { engine, load } = engineWith({
      wasm: fakeRuntime('wasm', 1).runtime,
      webgpu: fakeRuntime('webgpu', 1.25).runtime,
    });
    await engine.run('sum', 'forward.onnx', one, true);
    expect(engine.facts.difference).toBeNull();
    expect(load).toHaveBeenCalledOnce();
    await engine.use('webgpu');
    await engine.run('sum', 'forward.onnx', one, true);
    expect(engine.facts.difference).toBe(0.25);
  });
});

describe('a failed start', () => {
  it('can be tried again', async () => {
    const runtimes: Partial<Record<Provider, Runtime | Error>> = { wasm: new Error('offline') };
    const { engine } = engineWith(runtimes);
    await expect(engine.run('sum', 'forward.onnx', one)).rejects.toThrow('offline');
    runtimes.wasm = fakeRuntime('wasm', 1).runtime;
    expect((await engine.run('sum', 'forward.onnx', one)).y[0]).toBe(2);
  });
});

describe('two choices in a row', () => {
  it('end with the later one, even if the earlier takes longer to load', async () => {
    let open: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      open = resolve;
    });
    const [wasm, webgpu] = [fakeRuntime('wasm', 1).runtime, fakeRuntime('webgpu', 1).runtime];
    const { engine } = engineWith({}, null, {
      runtimes: {
        load: async (provider) => {
          if (provider === 'webgpu') await slow;
          return provider === 'webgpu' ? webgpu : wasm;
        },
        obstacle: async () => null,
      },
    });
    const first = engine.use('webgpu');
    await engine.use('wasm');
    open();
    await first;
    expect(engine.facts).toMatchObject({ wanted: 'wasm', provider: 'wasm' });
  });
});

describe('a graph that the page encoded', () => {
  const graph = Uint8Array.of(1, 2);
  it('runs under its name without anything being fetched for it', async () => {
    const { runtime } = fakeRuntime('wasm', 1);
    const { engine } = engineWith({ wasm: runtime }, null, { leading: undefined });
    engine.add('mine', graph);
    expect((await engine.run('mine', 'graph.onnx', one)).y[0]).toBe(2);
    expect(runtime.createSession).toHaveBeenCalledWith(graph, []);
    expect(engine.facts).toMatchObject({ modelBytes: 0, graphBytes: 2 });
    expect(fetch).not.toHaveBeenCalled();
  });
  it('takes the place of an earlier one, whose session is closed', async () => {
    const { runtime, session } = fakeRuntime('wasm', 1);
    const { engine } = engineWith({ wasm: runtime });
    engine.add('mine', graph);
    await engine.run('mine', 'graph.onnx', one);
    await engine.run('mine', 'graph.onnx', one);
    expect(runtime.createSession).toHaveBeenCalledOnce();
    const next = Uint8Array.of(3);
    engine.add('mine', next);
    await vi.waitFor(() => expect(session.dispose).toHaveBeenCalledOnce());
    await engine.run('mine', 'graph.onnx', one);
    expect(runtime.createSession).toHaveBeenLastCalledWith(next, []);
    expect(session.dispose).toHaveBeenCalledOnce();
    expect(engine.facts.graphBytes).toBe(1);
  });
  it('is not closed while it still runs', async () => {
    let end: () => void = () => {};
    const running = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { runtime, session } = fakeRuntime('wasm', 1, () => running);
    const { engine } = engineWith({ wasm: runtime });
    engine.add('mine', graph);
    const run = engine.run('mine', 'graph.onnx', one);
    await vi.waitFor(() => expect(runtime.createSession).toHaveBeenCalled());
    await turn();
    engine.add('mine', Uint8Array.of(3));
    await turn();
    expect(session.dispose).not.toHaveBeenCalled();
    end();
    await run;
    await vi.waitFor(() => expect(session.dispose).toHaveBeenCalledOnce());
  });
  it('may not take the name of a model', () => {
    expect(() => engineWith({}).engine.add('sum', graph)).toThrow('"sum" is a model of the page');
  });
  it('is not the graph that another figure added under the same name', async () => {
    const { runtime } = fakeRuntime('wasm', 1);
    const engines = [engineWith({ wasm: runtime }).engine, engineWith({ wasm: runtime }).engine];
    for (const engine of engines) {
      engine.add('mine', graph);
      await engine.run('mine', 'graph.onnx', one);
    }
    expect(runtime.createSession).toHaveBeenCalledTimes(2);
  });
});

describe('training steps', () => {
  const steps = (count: number) => ({
    state: one,
    carried: [
      { from: 'x', to: 'x.next' },
      { from: 'm', to: 'm.next' },
    ],
    batches: new Array(count).fill({}),
    keep: ['m.next'],
  });
  it('are made in one go, and their time is that of one step', async () => {
    const { runtime } = fakeRuntime('wasm', 2);
    const { engine } = engineWith({ wasm: runtime });
    const { state, kept } = await engine.runSteps('sum', 'step.onnx', steps(4));
    expect(state.x[0]).toBe(9);
    expect(kept).toHaveLength(4);
    await engine.runSteps('sum', 'step.onnx', steps(4));
    expect(engine.facts.timings['wasm sum/step.onnx'].later).toHaveLength(1);
    expect(runtime.createSession).toHaveBeenCalledOnce();
  });
  it('leave on the device what no one reads between them', async () => {
    const { runtime } = fakeRuntime('webgpu', 1);
    const { engine } = engineWith({ webgpu: runtime });
    await engine.use('webgpu');
    await engine.runSteps('sum', 'step.onnx', steps(1));
    expect(runtime.createSession).toHaveBeenCalledWith(expect.any(Uint8Array), ['x.next']);
    await engine.run('sum', 'step.onnx', one);
    expect(runtime.createSession).toHaveBeenLastCalledWith(expect.any(Uint8Array), []);
  });
  it('are repeated on WASM from the first state when WebGPU stops', async () => {
    const failing = fakeRuntime('webgpu', 1, () => Promise.reject(new Error('shader')));
    const { engine } = engineWith({ wasm: fakeRuntime('wasm', 10).runtime, webgpu: failing.runtime });
    await engine.use('webgpu');
    expect((await engine.runSteps('sum', 'step.onnx', steps(2))).state.x[0]).toBe(21);
    expect(engine.facts.provider).toBe('wasm');
  });
  it('that are called off do not cost WebGPU its place', async () => {
    const end = new AbortController();
    const stopped = fakeRuntime('webgpu', 1, () => {
      end.abort(new Error('no longer wanted'));
      return Promise.reject(end.signal.reason);
    });
    const { engine } = engineWith({ webgpu: stopped.runtime });
    await engine.use('webgpu');
    await expect(engine.runSteps('sum', 'step.onnx', steps(2), end.signal)).rejects.toThrow(
      'no longer wanted',
    );
    expect(engine.facts.provider).toBe('webgpu');
  });
});

describe('two figures with the same model', () => {
  it('share its session, which the last to end closes', async () => {
    const { runtime, session } = fakeRuntime('wasm', 1);
    const engines = [engineWith({ wasm: runtime }).engine, engineWith({ wasm: runtime }).engine];
    for (const engine of engines) await engine.run('sum', 'forward.onnx', one);
    expect(runtime.createSession).toHaveBeenCalledOnce();
    engines[0].dispose();
    await turn();
    expect(session.dispose).not.toHaveBeenCalled();
    expect((await engines[1].run('sum', 'forward.onnx', one)).y[0]).toBe(2);
    engines[1].dispose();
    await vi.waitFor(() => expect(session.dispose).toHaveBeenCalledOnce());
  });
  it('do not share a failure: who asks again has the session made anew', async () => {
    const { runtime } = fakeRuntime('wasm', 1);
    runtime.createSession.mockRejectedValueOnce(new Error('no memory'));
    const { engine } = engineWith({ wasm: runtime });
    await expect(engine.run('sum', 'forward.onnx', one)).rejects.toThrow('no memory');
    expect((await engine.run('sum', 'forward.onnx', one)).y[0]).toBe(2);
  });
});
