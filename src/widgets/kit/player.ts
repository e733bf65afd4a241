/** Takes steps by itself, at a speed the reader chooses, as long as the reader can see it. */

import type { WidgetContext } from './host.ts';
import type { Speed } from './step-bar.ts';

export interface Player {
  /** True from `play` until `pause` or the last step, also while the figure is out of sight. */
  readonly playing: boolean;
  /** The reader has asked for it. */
  play(): void;
  /** The figure begins by itself: does nothing where the reader wants less motion. */
  begin(): void;
  /** A step under way is finished. */
  pause(): void;
  /** Holds at once: a wait under way is cut short. */
  setSpeed(speed: Speed): void;
}

export interface PlayerOptions extends Pick<WidgetContext, 'signal' | 'watchVisibility' | 'fail'> {
  /** One step, to be shown when the promise resolves. @returns false after the last */
  readonly step: () => Promise<boolean>;
  readonly onChange: (playing: boolean) => void;
  /** Milliseconds from one step to the next; 0 takes one a frame. */
  readonly intervals?: Readonly<Record<Speed, number>>;
}

/** Slow enough to read a number after each step; to follow a drawing; as quick as the screen. */
export const intervals: Readonly<Record<Speed, number>> = { slow: 900, normal: 250, fast: 0 };

export function createPlayer(options: PlayerOptions): Player {
  const { signal, step, onChange, fail } = options;
  const waits = options.intervals ?? intervals;
  let speed: Speed = 'normal';
  let visible = true;
  /** Counts the calls of `play`: a loop whose number is no longer this one ends. */
  let current = 0;
  let playing = false;
  let latest: Promise<void> = Promise.resolve();
  /** Ends the loop's wait for its time or for the figure's coming into view; it then looks again. */
  let wake: () => void = () => {};

  options.watchVisibility((now) => {
    visible = now;
    if (now) wake();
  });
  signal.addEventListener('abort', () => set(false));

  function set(next: boolean): void {
    if (next === playing) return;
    playing = next;
    if (!playing) current++;
    wake();
    if (!signal.aborted) onChange(playing);
  }

  async function loop(before: Promise<void>): Promise<void> {
    const mine = ++current;
    const goesOn = () => mine === current;
    // A step that was under way at the pause is finished first.
    await before;
    while (goesOn()) {
      await inView(goesOn);
      if (!goesOn()) return;
      const began = performance.now();
      const more = await step();
      if (!goesOn()) return;
      if (!more) return set(false);
      await nextFrame();
      const rest = waits[speed] - (performance.now() - began);
      if (rest > 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, rest);
        });
    }
  }

  async function inView(goesOn: () => boolean): Promise<void> {
    while (!visible && goesOn())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }

  function play(): void {
    if (playing || signal.aborted) return;
    set(true);
    latest = loop(latest).catch((error) => {
      set(false);
      fail(error);
    });
  }

  return {
    get playing() {
      return playing;
    },
    play,
    begin() {
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches) play();
    },
    pause: () => set(false),
    setSpeed(next) {
      speed = next;
      wake();
    },
  };
}

/** So that a step is drawn before the next is taken. */
const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
