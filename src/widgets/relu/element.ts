/** Joins the ReLU figure's state, view and networks: decides when they are trained. */

import type { WidgetContext } from '../kit/host.ts';
import { createPlayer } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { networks } from './activations.ts';
import { type Course, functionsRunner, startCourse } from './compute.ts';
import { canTrain, reluModel, sameTraining } from './model.ts';
import { isOver } from './sentences.ts';
import { conventionsOf, mostSteps, type State } from './state.ts';
import { createParts } from './view.ts';

/** Training steps from one drawing to the next. */
const stride = { slow: 1, normal: 5, fast: 25 } as const;
/** Milliseconds between them, at least. */
const intervals = { slow: 250, normal: 100, fast: 0 } as const;
/** Where "Run" stops: as far as the shipped networks were trained. */
const runEnd = 1000;

export default async function start(context: WidgetContext): Promise<void> {
  let course: Course | null = null;
  let turn: Promise<void> = Promise.resolve();
  const figure = runFigure({
    context,
    model: reluModel,
    leading: networks.relu.model,
    parts: createParts,
    timed: () => `${networks.relu.model}/step.onnx`,
    attributes: ({ position, frames, motion, settings, curves }) => ({
      'data-view': settings.view,
      'data-step': position,
      'data-frames': frames.length,
      'data-motion': motion,
      'data-functions': curves ? 'computed' : null,
    }),
  });
  const { engine } = figure;
  const rest = () => figure.dispatch({ kind: 'move', motion: 'resting' });
  const player = createPlayer({
    ...context,
    intervals,
    async step() {
      const isRun = figure.state.motion === 'running';
      const going = await forward(isRun ? stride.fast : stride[figure.state.speed]);
      return going && !(isRun && figure.state.position >= runEnd);
    },
    onChange: (playing) => {
      if (!playing) rest();
    },
  });
  figure.onChange((state, previous) => {
    player.setSpeed(state.motion === 'running' ? 'fast' : state.speed);
    if (state.motion === previous.motion) return;
    if (state.motion === 'resting') player.pause();
    else if (state.motion === 'one step') forward(1).then(rest).catch(context.fail);
    else player.play();
  });

  const computeFunctions = functionsRunner(engine);
  await figure.keep(
    ({ settings: { x, zero, leak } }) => [x, zero, leak],
    async (state) => {
      const curves = await computeFunctions(conventionsOf(state), state.settings.x);
      figure.dispatch({ kind: 'computed functions', curves });
    },
  );
  // The start, or the moment that a link asks for.
  await figure.keep(
    ({ settings: { initial, seed, rate, zero, leak } }) => [initial, seed, rate, zero, leak],
    async ({ settings, frames }) => {
      // After a change of provider the training goes on from where it is.
      if (frames.length > 0) return;
      course = null;
      await train(1);
      while (figure.state.frames.length <= settings.steps && canGoOn(figure.state))
        await train(Math.min(stride.fast, settings.steps + 1 - figure.state.frames.length));
    },
  );

  /** Shows what comes so many steps later; trains for it if it has not been seen yet. @returns false at the end */
  async function forward(steps: number): Promise<boolean> {
    const { position, frames, motion } = figure.state;
    if (position + 1 < frames.length) figure.dispatch({ kind: 'show', position: position + steps, motion });
    else if (canGoOn(figure.state)) await train(steps);
    return figure.state.position + 1 < figure.state.frames.length || canGoOn(figure.state);
  }

  /** One after another: each part of the training begins where the one before has ended. */
  function train(steps: number): Promise<void> {
    turn = turn.then(() => trainNow(steps));
    return turn;
  }

  async function trainNow(steps: number): Promise<void> {
    const { settings, frames } = figure.state;
    if (!course || !sameTraining(course.settings, settings)) course = startCourse(engine, settings);
    const of = course.settings;
    const trained = await course.advance(Math.min(steps, mostSteps + 1 - frames.length));
    figure.dispatch({ kind: 'trained', of, frames: trained });
  }
}

const canGoOn = (state: State): boolean => canTrain(state) && !isOver(state.frames.at(-1));
