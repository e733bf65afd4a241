import { describe, expect, it } from 'vitest';
import { createQueue } from '../../src/runtime/web-queue.ts';

describe('createQueue', () => {
  it('never runs two jobs at once and keeps the order of asking', async () => {
    const queue = createQueue();
    const events: string[] = [];
    const job = (name: string, milliseconds: number) => () =>
      new Promise<void>((resolve) => {
        events.push(`${name} starts`);
        setTimeout(() => {
          events.push(`${name} ends`);
          resolve();
        }, milliseconds);
      });
    await Promise.all([queue(job('slow', 15)), queue(job('quick', 1))]);
    expect(events).toEqual(['slow starts', 'slow ends', 'quick starts', 'quick ends']);
  });
  it('gives each caller the result of its own job', async () => {
    const queue = createQueue();
    expect(await Promise.all([queue(async () => 1), queue(async () => 'two')])).toEqual([1, 'two']);
  });
  it('goes on after a job that fails', async () => {
    const queue = createQueue();
    const failing = queue(() => Promise.reject(new Error('no memory')));
    const next = queue(async () => 'done');
    await expect(failing).rejects.toThrow('no memory');
    expect(await next).toBe('done');
  });
});
