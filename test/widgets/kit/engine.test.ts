import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hostTensor } from '../../../src/graph/session.ts';
import type { Provider, Runtime } from '../../../src/runtime/web.ts';
import { createEngine, type EngineOptions, type Facts } from '../../../src/widgets/kit/engine.ts';

/** A runtime whose models add `offset` to x. */
function fakeRuntime(provider: Provider, offset: number, run?: () => Promise<void>) {
  let lose: (reason: string) => void = () => {};
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  const runtime: Runtime = {
    provider,
    bytes: 1000,
    lost,
    createSession: async () => ({
      async run({ x }) {
        await run?.();
        return { y: hostTensor([1], Float32Array.of((await x.read())[0] + offset)) };
      },
      upload: hostTensor,
      dispose: () => {},
    }),
  };
  return { runtime, lose };
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
