import { describe, expect, it, vi } from 'vitest';
import { type Browser, chooseProvider, obstacleToWebGpu } from '../../src/runtime/web-provider.ts';

const browser = ({
  adapter = {},
  suspending = true,
  gpu = true,
}: {
  adapter?: object | null | Error;
  suspending?: boolean;
  gpu?: boolean;
}): Browser => ({
  navigator: gpu
    ? {
        gpu: {
          requestAdapter: async () => {
            if (adapter instanceof Error) throw adapter;
            return adapter;
          },
        },
      }
    : {},
  WebAssembly: suspending ? { Suspending: class {} } : {},
});

describe('obstacleToWebGpu', () => {
  it('is null where the browser has an adapter and JSPI', async () => {
    expect(await obstacleToWebGpu(browser({}))).toBeNull();
  });
  it.each([
    [{ gpu: false }, /does not offer WebGPU/],
    [{ suspending: false }, /JSPI/],
    [{ adapter: null }, /no graphics adapter/],
    [{ adapter: new Error('blocked by policy') }, /could not be opened \(blocked by policy\)/],
  ])('says in a sentence what is missing: %o', async (lacking, sentence) => {
    expect(await obstacleToWebGpu(browser(lacking))).toMatch(sentence);
  });
});

describe('chooseProvider', () => {
  const free = async () => null;
  const blocked = async () => 'This browser does not offer WebGPU.';

  it.each([
    ['auto', 'wasm', 'wasm'],
    ['auto', 'webgpu', 'webgpu'],
    ['webgpu', 'wasm', 'webgpu'],
    ['wasm', 'webgpu', 'wasm'],
  ] as const)(
    'where WebGPU runs, %s with a card that prefers %s gives %s',
    async (wanted, card, provider) => {
      expect(await chooseProvider(wanted, card, free)).toEqual({ provider });
    },
  );
  it('falls back to WASM with the reason when WebGPU was forced and cannot be had', async () => {
    expect(await chooseProvider('webgpu', 'wasm', blocked)).toEqual({
      provider: 'wasm',
      reason: 'This browser does not offer WebGPU.',
    });
  });
  it('gives the reason also when only the card asked for WebGPU', async () => {
    expect(await chooseProvider('auto', 'webgpu', blocked)).toMatchObject({
      provider: 'wasm',
      reason: /WebGPU/,
    });
  });
  it('does not wake the graphics driver when WASM will be taken anyway', async () => {
    const obstacle = vi.fn(blocked);
    await chooseProvider('wasm', 'webgpu', obstacle);
    await chooseProvider('auto', 'wasm', obstacle);
    expect(obstacle).not.toHaveBeenCalled();
  });
});
