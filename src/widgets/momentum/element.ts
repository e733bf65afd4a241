/** Joins the momentum figure to the page: decides when what is asked of its graphs. */

import type { Graph } from '../../graph/value.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { walkingFigure } from '../kit/walking-figure.ts';
import { fieldOf, measureAt, measuredConditions, race } from './compute.ts';
import { momentumFigure } from './model.ts';
import { parts } from './parts.ts';
import { programGraph, programOf } from './programs.ts';
import type { State } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let keyOf: ((graph: Graph) => string) | undefined;
  const figure = walkingFigure({
    context,
    model: momentumFigure,
    leading: 'ravine',
    parts,
    played: (playing) => ({ kind: 'play', playing }) as const,
    walk: () => ({ kind: 'walk' }) as const,
    // The frame is drawn once before there is an engine.
    timed: ({ watched, settings }) => keyOf?.(programGraph(programOf(watched, settings.convention))) ?? '',
    attributes,
  });
  const runner = engineRunner(figure.engine);
  keyOf = runner.keyOf;

  const field = figure.keep(
    ({ settings }) => [settings.condition],
    async ({ settings: { condition } }) => {
      figure.dispatch({ kind: 'field computed', condition, losses: await fieldOf(runner, condition) });
    },
  );
  const races = figure.keep(
    ({ settings }) => [settings],
    async ({ settings }) => {
      figure.dispatch({ kind: 'races computed', settings, courses: await race(runner, settings) });
    },
  );
  await Promise.all([field, races]);
  // Counting takes thousands of steps, and nothing waits for it.
  void measureAll().catch(context.fail);

  async function measureAll(): Promise<void> {
    for (const condition of measuredConditions) {
      if (context.signal.aborted) return;
      figure.dispatch({ kind: 'measured', measured: await measureAt(runner, condition) });
    }
  }
}

const attributes = (state: State) => {
  const { courses, position, watched, settings, computedFor, field } = state;
  const moment = courses?.[watched].moments[position];
  return {
    'data-step': position,
    'data-watched': watched,
    'data-w1': moment?.w[0] ?? null,
    'data-w2': moment?.w[1] ?? null,
    'data-loss': moment?.loss ?? null,
    'data-diverged': courses
      ? Object.entries(courses)
          .filter(([, course]) => course.divergedAt !== null)
          .map(([racer]) => racer)
          .join(' ')
      : null,
    'data-measured': state.measured.length,
    'data-computed': String(settings === computedFor && field?.condition === settings.condition),
  } as const;
};
