// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlayer, intervals, type PlayerOptions } from '../../../src/widgets/kit/player.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function playerWith(step: PlayerOptions['step'] = async () => true) {
  const end = new AbortController();
  let show: (visible: boolean) => void = () => {};
  const steps = vi.fn(step);
  const onChange = vi.fn();
  const fail = vi.fn();
  const player = createPlayer({
    step: steps,
    signal: end.signal,
    watchVisibility(listener) {
      show = listener;
      listener(true);
    },
    onChange,
    fail,
  });
  return { player, steps, onChange, fail, end, show };
}
/** A second and a half at the usual speed, and the frames in between. */
const aWhile = () => vi.advanceTimersByTimeAsync(1500);

describe('a player', () => {
  it('takes no step before it is told to', async () => {
    const { player, steps } = playerWith();
    await aWhile();
    expect(player.playing).toBe(false);
    expect(steps).not.toHaveBeenCalled();
  });
  it('takes steps until it is told to stop', async () => {
    const { player, steps, onChange } = playerWith();
    player.play();
    await aWhile();
    const taken = steps.mock.calls.length;
    expect(taken).toBeGreaterThan(2);
    player.pause();
    await aWhile();
    expect(steps).toHaveBeenCalledTimes(taken);
    expect(onChange.mock.calls).toEqual([[true], [false]]);
  });
  it('stops after the last step', async () => {
    let left = 3;
    const { player, steps, onChange } = playerWith(async () => --left > 0);
    player.play();
    await aWhile();
    expect(steps).toHaveBeenCalledTimes(3);
    expect(player.playing).toBe(false);
    expect(onChange).toHaveBeenLastCalledWith(false);
  });
  it('never takes two steps at once, however often it is told to play', async () => {
    let under = 0;
    let most = 0;
    const { player, steps } = playerWith(async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 40));
      under--;
      return true;
    });
    for (let i = 0; i < 3; i++) {
      player.play();
      player.play();
      await vi.advanceTimersByTimeAsync(20);
      player.pause();
    }
    player.play();
    await aWhile();
    expect(steps.mock.calls.length).toBeGreaterThan(4);
    expect(most).toBe(1);
  });
  it('takes more steps at a higher speed', async () => {
    const counts: number[] = [];
    for (const speed of ['slow', 'normal', 'fast'] as const) {
      const { player, steps } = playerWith();
      player.setSpeed(speed);
      player.play();
      await aWhile();
      player.pause();
      counts.push(steps.mock.calls.length);
    }
    expect(counts[0]).toBe(Math.ceil(1500 / intervals.slow));
    expect(counts[1]).toBeGreaterThan(counts[0]);
    expect(counts[2]).toBeGreaterThan(counts[1]);
  });
  it('waits while the reader does not see it, and goes on then', async () => {
    const { player, steps, show } = playerWith();
    show(false);
    player.play();
    await aWhile();
    expect(steps).not.toHaveBeenCalled();
    expect(player.playing).toBe(true);
    show(true);
    await aWhile();
    expect(steps).toHaveBeenCalled();
    show(false);
    await aWhile();
    const taken = steps.mock.calls.length;
    await aWhile();
    expect(steps).toHaveBeenCalledTimes(taken);
  });
  it('can be paused and played again while it is out of sight', async () => {
    const { player, steps, show } = playerWith();
    show(false);
    player.play();
    await aWhile();
    player.pause();
    player.play();
    show(true);
    await vi.advanceTimersByTimeAsync(intervals.normal - 50);
    expect(steps).toHaveBeenCalledOnce();
  });
  it('ends with the figure', async () => {
    const { player, steps, end, onChange } = playerWith();
    player.play();
    await aWhile();
    const taken = steps.mock.calls.length;
    end.abort();
    await aWhile();
    player.play();
    await aWhile();
    expect(steps).toHaveBeenCalledTimes(taken);
    expect(player.playing).toBe(false);
    expect(onChange.mock.calls).toEqual([[true]]);
  });
  it('hands a failed step on and takes no other', async () => {
    const { player, steps, fail } = playerWith(() => Promise.reject(new Error('no memory')));
    player.play();
    await aWhile();
    expect(fail).toHaveBeenCalledExactlyOnceWith(new Error('no memory'));
    expect(steps).toHaveBeenCalledOnce();
    expect(player.playing).toBe(false);
  });
});

describe('where the reader wants less motion', () => {
  it.each([true, false])('reduced: %s', async (matches) => {
    const asked = vi.fn((_query: string) => ({ matches }));
    vi.stubGlobal('matchMedia', asked);
    const { player } = playerWith();
    player.begin();
    expect(asked).toHaveBeenCalledWith('(prefers-reduced-motion: reduce)');
    expect(player.playing).toBe(!matches);
    player.play();
    expect(player.playing).toBe(true);
    player.pause();
  });
});
