/** Joins the figure of gradient ascent to its graph: a step of the picture up the gradient of a score. */

import { ascentStep } from '../../recipes/cifar-ascent-step.ts';
import type { Engine } from '../kit/engine.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import type { WidgetContext } from '../kit/host.ts';
import { createPlayer, type Player } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { framesFrom, stepsTo } from './climb.ts';
import { model } from './model.ts';
import { frameOf, mostSteps, type State } from './state.ts';
import { parts } from './view.ts';

const id = 'cifar-net';
const graphName = 'cifar-net ascent';
/** Steps from one drawing to the next while the page catches up or the reader plays fast. */
const stride = 6;
/** The same for readers who want less motion: one change in place of ten. */
const calmStride = 60;
/** How many steps "Run" takes. */
const runLength = 60;

export default async function start(context: WidgetContext): Promise<void> {
  let player: Player | undefined;
  let bytes: Uint8Array | null = null;
  /** The climb under way: another one waits for it. */
  let turn: Promise<void> = Promise.resolve();
  const figure = runFigure({
    context,
    model,
    leading: id,
    parts: (dispatch) =>
      parts(dispatch, {
        play: () => {
          dispatch({ kind: 'play', playing: true });
          player?.play();
        },
        pause: () => player?.pause(),
        step: () => void forward(1).catch(context.fail),
        run: () => void climbTo(figure.state.position + runLength).catch(context.fail),
        download: () => bytes && save(bytes),
      }),
    timed: () => `${graphName}/graph.onnx`,
    attributes,
  });
  const { engine } = figure;
  player = createPlayer({
    signal: context.signal,
    watchVisibility: context.watchVisibility,
    fail: context.fail,
    onChange: (playing) => figure.dispatch({ kind: 'play', playing }),
    async step() {
      await forward(figure.state.speed === 'fast' ? stride : 1);
      return figure.state.position < mostSteps && figure.state.diverged === null;
    },
  });
  figure.onChange((state, previous) => {
    player?.setSpeed(state.speed);
    if (state.climb !== previous.climb && player?.playing) player.pause();
  });

  bytes = frozenGraph(ascentStep(), await engine.bytes(id, 'model.onnx'));
  engine.add(graphName, bytes);
  figure.dispatch({ kind: 'encoded', bytes: bytes.length });
  // The start, and anew whenever a setting changes.
  await figure.keep(
    ({ climb }) => [climb],
    async ({ wanted }) => climbTo(wanted),
  );

  /** Shows what comes so many steps later; computes it if it has not been seen yet. */
  async function forward(steps: number): Promise<void> {
    const { position } = figure.state;
    await extend(Math.min(mostSteps, position + steps));
    figure.dispatch({ kind: 'show', position: position + steps });
  }

  async function climbTo(step: number): Promise<void> {
    const { climb } = figure.state;
    const last = Math.min(mostSteps, step);
    const known = figure.state.frames.length - 1;
    const each = matchMedia('(prefers-reduced-motion: reduce)').matches ? calmStride : stride;
    for (
      let next = Math.min(last, Math.max(0, known));
      !context.signal.aborted;
      next = Math.min(last, next + each)
    ) {
      await extend(next);
      if (figure.state.climb !== climb || figure.state.diverged !== null || next === last) return;
    }
  }

  /** Computes frames up to this one. */
  function extend(last: number): Promise<void> {
    turn = turn.then(() => computeTo(engine, last));
    return turn;
  }

  async function computeTo(on: Engine, last: number): Promise<void> {
    const { climb, frames, diverged } = figure.state;
    const count = last + 1 - frames.length;
    if (count <= 0 || diverged !== null) return;
    const result = await on.runSteps(graphName, 'graph.onnx', stepsTo(climb, frames, count));
    figure.dispatch({
      kind: 'climbed',
      climb,
      frames: framesFrom(climb, frames, result.kept),
      diverged: result.diverged !== null,
    });
  }
}

function save(bytes: Uint8Array): void {
  const address = URL.createObjectURL(
    new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'ascent.onnx';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function attributes(state: State) {
  const frame = frameOf(state);
  return {
    'data-step': state.position,
    'data-frames': state.frames.length,
    'data-score': frame?.score ?? null,
    'data-probability': frame?.probability[state.climb.target] ?? null,
    'data-start': state.frames[0]?.probability[state.climb.target] ?? null,
    'data-playing': String(state.playing),
  } as const;
}
