/** How a training run shows its progress: a bar in a terminal, plain lines elsewhere. */

import { SingleBar } from 'cli-progress';
import type { Recipe } from '../../src/recipes/recipe.ts';
import type { RunProgress } from '../../src/recipes/run.ts';

export interface Display {
  /** Resolves once what is due is shown and pending signals, such as Ctrl-C, have been heard. */
  readonly update: (progress: RunProgress) => Promise<void>;
  /** Says that these steps were done by an earlier run. */
  readonly goOn: (step: number) => void;
  readonly stop: () => void;
}

/** For what is done before a display is due. */
export const noDisplay: Display = { update: async () => {}, goOn: () => {}, stop: () => {} };

const barEveryMs = 100;
const lineEveryMs = 5000;
const listenEveryMs = 100;

export function display({ id, batchSize, epochs }: Recipe, stream: NodeJS.WriteStream): Display {
  const start = performance.now();
  const show = stream.isTTY ? barDisplay(id, stream) : lineDisplay(id, stream);
  // The first sign of life comes early.
  let [due, listened] = [start + show.everyMs / 5, start];
  let before = 0;
  return {
    async update({ epoch, step, most, loss }) {
      const now = performance.now();
      if (now - listened > listenEveryMs) {
        listened = now;
        // The WASM engine never lets go of the thread by itself; timers and signals are served in this pause.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (now < due && step < most) return;
      due = now + show.everyMs;
      const perSecond = (1000 * (step - before)) / (now - start);
      show.draw(step, most, {
        epoch: `epoch ${epoch}/${epochs}`,
        loss: `loss ${loss.toPrecision(3)}`,
        speed: `${Math.round(perSecond * batchSize).toLocaleString('en')} samples/s`,
        left: `${duration((most - step) / perSecond)} left`,
      });
    },
    goOn(step) {
      before = step;
    },
    stop: show.stop,
  };
}

type Facts = Readonly<Record<'epoch' | 'loss' | 'speed' | 'left', string>>;

interface Style {
  readonly everyMs: number;
  readonly draw: (step: number, most: number, facts: Facts) => void;
  readonly stop: () => void;
}

function barDisplay(id: string, stream: NodeJS.WriteStream): Style {
  const bar = new SingleBar({
    format: `${id} {bar} {percentage} % · {epoch} · {loss} · {speed} · {left}`,
    stream,
    clearOnComplete: true,
    gracefulExit: false,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
  });
  return {
    everyMs: barEveryMs,
    draw(step, most, facts) {
      if (bar.isActive) bar.update(step, facts);
      else bar.start(most, step, facts);
    },
    stop() {
      if (bar.isActive) bar.stop();
    },
  };
}

const lineDisplay = (id: string, stream: NodeJS.WriteStream): Style => ({
  everyMs: lineEveryMs,
  draw: (step, most, { epoch, loss, speed, left }) =>
    void stream.write(`${id}: step ${step}/${most}, ${epoch}, ${loss}, ${speed}, ${left}\n`),
  stop: () => {},
});

/** @param seconds any number; long times lose their seconds */
export function duration(seconds: number): string {
  if (seconds < 10) return `${Math.max(0, Math.round(seconds * 10) / 10)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
