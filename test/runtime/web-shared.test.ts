import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/runtime/web-download.ts';
import { createShared } from '../../src/runtime/web-shared.ts';

describe('createShared', () => {
  it('loads once for all who ask for the same key', async () => {
    const load = vi.fn(async (key: string) => ({ key }));
    const shared = createShared(load);
    const [first, second, other] = await Promise.all([shared('wasm'), shared('wasm'), shared('webgpu')]);
    expect(first).toBe(second);
    expect(other).toEqual({ key: 'webgpu' });
    expect(load).toHaveBeenCalledTimes(2);
  });
  it('forgets a failure, so that asking again tries again', async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce('loaded');
    const shared = createShared<string, string>(load);
    await expect(shared('wasm')).rejects.toThrow('offline');
    expect(await shared('wasm')).toBe('loaded');
  });
  it('lets a latecomer hear the progress made so far and all that follows', async () => {
    let report: (progress: Progress) => void = () => {};
    let finish: (value: string) => void = () => {};
    const shared = createShared<string, string>((_, onProgress) => {
      report = onProgress;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const early: number[] = [];
    const late: number[] = [];
    const first = shared('wasm', ({ loaded }) => early.push(loaded));
    report({ loaded: 3, total: 9 });
    const second = shared('wasm', ({ loaded }) => late.push(loaded));
    report({ loaded: 6, total: 9 });
    finish('done');
    await Promise.all([first, second]);
    expect(early).toEqual([3, 6]);
    expect(late).toEqual([3, 6]);
  });
});
