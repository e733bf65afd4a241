/** Moves the figure by itself: training steps, the recorded training of the network, the stream. */

import type { WidgetContext } from '../kit/host.ts';
import type { RunningFigure } from '../kit/run-figure.ts';
import { runRival, runStep } from './compute.ts';
import { courseOf } from './derived.ts';
import { nextExample, type State } from './state.ts';
import { runStream } from './stream-run.ts';
import type { Action } from './update.ts';

/** Work between two frames, in milliseconds: leaves the page time to answer. */
const workPerFrame = 12;
const factors = { slow: 3, normal: 1, fast: 0.3 } as const;

export function drive({ signal, fail }: WidgetContext, figure: RunningFigure<State, Action>): void {
  let driving = false;
  const stream = runStream(figure, signal);
  figure.onChange(wake);
  wake();

  function wake(): void {
    const { motion, wanted, stream: now } = figure.state;
    if (wanted > 0 && motion === 'resting' && !driving) figure.dispatch({ kind: 'move', motion: 'running' });
    else if ((motion !== 'resting' || now.motion !== 'resting') && !driving) void go().catch(fail);
  }

  /** Goes on until the state is at rest: one step, a slow walk, a run or a stream. */
  async function go(): Promise<void> {
    driving = true;
    try {
      while (isMoving(figure.state) && !signal.aborted) {
        if (figure.visible) {
          if (figure.state.stream.motion !== 'resting') await stream();
          else if (figure.state.view === 'hidden') playNetwork();
          else await takeSteps();
        }
        await wait(interval(figure.state));
      }
    } finally {
      driving = false;
    }
  }

  async function takeSteps(): Promise<void> {
    const began = performance.now();
    const replaying = figure.state.wanted > 0;
    do {
      const { state, engine } = figure;
      const [next, rival] = await Promise.all([
        runStep(engine, state),
        state.view === 'rules' ? runRival(engine, state) : undefined,
      ]);
      figure.dispatch({ kind: 'stepped', update: next, ...(rival ? { rival } : {}) });
      if (isAtEnd(figure.state, replaying)) figure.dispatch({ kind: 'move', motion: 'resting' });
    } while (
      figure.state.motion === 'running' &&
      !signal.aborted &&
      performance.now() - began < workPerFrame
    );
  }

  function playNetwork(): void {
    const { networkMoment, shipped } = figure.state;
    const last = shipped.network.length - 1;
    const next = Math.min(last, networkMoment + 1);
    figure.dispatch({ kind: 'show network moment', moment: next });
    if (next === last) figure.dispatch({ kind: 'move', motion: 'resting' });
  }

  /** Until the next frame and `milliseconds` more; a page that is out of sight waits too. */
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, milliseconds));
    });
}

const isMoving = ({ motion, stream }: State): boolean => motion !== 'resting' || stream.motion !== 'resting';

/** A walk goes on through a cycle, so that it can be seen; a run stops where nothing new can come. */
function isAtEnd(state: State, replaying: boolean): boolean {
  const kind = courseOf(state).ending?.kind;
  if (replaying) return state.wanted === 0 || kind === 'diverged';
  const isPassDone = nextExample(state) === 0;
  return (
    kind === 'diverged' || kind === 'clean' || (Boolean(kind) && isPassDone && state.motion === 'running')
  );
}

/** Milliseconds between two steps: slow enough to follow with few points, quicker with many. */
function interval({ points, view, speed, motion, stream }: State): number {
  if (stream.motion === 'playing') return speed === 'slow' ? 300 : 0;
  if (motion !== 'playing') return 0;
  return factors[speed] * (view === 'hidden' ? 80 : Math.min(450, Math.max(100, 1800 / points.length)));
}
