/** Joins the RMSprop figure to the page: decides when what is asked of its graphs. */

import type { Graph } from '../../graph/value.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { walkingFigure } from '../kit/walking-figure.ts';
import { fieldOf, race, workExamples } from './compute.ts';
import { rmspropFigure } from './model.ts';
import { parts } from './parts.ts';
import { exampleStep, racerStep } from './programs.ts';
import { largestNorm, lateAccuracy, recurrentStep, train } from './recurrent.ts';
import { racerNames, remedies, type State, shownTrainingStep } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let keyOf: ((graph: Graph) => string) | undefined;
  const figure = walkingFigure({
    context,
    model: rmspropFigure,
    leading: 'recall-rnn',
    parts,
    played: (playing) => ({ kind: 'play', playing }) as const,
    walk: () => ({ kind: 'walk' }) as const,
    // The frame is drawn once before there is an engine.
    timed: (state) => keyOf?.(shownGraph(state)) ?? '',
    attributes,
  });
  const runner = engineRunner(figure.engine);
  keyOf = runner.keyOf;

  const field = figure.keep(
    ({ settings }) => [settings.turned],
    async ({ settings: { turned } }) => {
      figure.dispatch({ kind: 'field computed', turned, losses: await fieldOf(runner, turned) });
    },
  );
  const races = figure.keep(
    ({ settings }) => [settings],
    async ({ settings }) => {
      figure.dispatch({ kind: 'races computed', settings, courses: await race(runner, settings) });
    },
  );
  const worked = figure.keep(
    ({ settings }) => [settings.form],
    async ({ settings: { form } }) => {
      figure.dispatch({ kind: 'worked', worked: await workExamples(runner, form) });
    },
  );
  // Thousands of nodes a step: trained only where it is looked at.
  void figure
    .keep(
      ({ view, training }) => (view === 'recurrent' ? [training] : null),
      async ({ training }) => {
        let under = remedies.map((remedy) => ({ remedy, runs: train(runner, remedy, training) }));
        // In turn, so that the three can be compared while they grow.
        while (under.length > 0)
          for (const one of under) {
            const { value: run, done } = await one.runs.next();
            if (context.signal.aborted || figure.state.training !== training) return;
            if (done) under = under.filter((other) => other !== one);
            else figure.dispatch({ kind: 'trained', training, remedy: one.remedy, run });
          }
      },
    )
    .catch(context.fail);
  await Promise.all([field, races, worked]);
}

function shownGraph({ view, watched, settings, training }: State): Graph {
  if (view === 'recurrent') return recurrentStep('rmsprop', training.limit);
  return view === 'saddle' ? racerStep(watched, settings.form) : exampleStep(settings.form);
}

const attributes = (state: State) => {
  const { courses, position, watched, settings, computedFor, field, runs, worked } = state;
  const moment = courses?.[watched].moments[position];
  return {
    'data-view': state.view,
    'data-step': position,
    'data-watched': watched,
    'data-w1': moment?.w[0] ?? null,
    'data-w2': moment?.w[1] ?? null,
    'data-loss': moment?.loss ?? null,
    'data-arrivals': courses ? racerNames.map((racer) => courses[racer].arrival ?? '–').join(' ') : null,
    'data-computed': String(settings === computedFor && field?.turned === settings.turned),
    'data-training-step': shownTrainingStep(state),
    'data-trained-limit': state.runsFor?.limit ?? null,
    'data-trained': remedies.map((remedy) => runs[remedy].norms.length).join(' '),
    'data-norms': remedies
      .map((remedy) => (runs[remedy].norms.length ? largestNorm(runs[remedy]).norm : '–'))
      .join(' '),
    'data-right': remedies
      .map((remedy) => (runs[remedy].norms.length ? lateAccuracy(runs[remedy]) : '–'))
      .join(' '),
    'data-small': worked?.small.ratio ?? null,
    'data-large': worked?.large.ratio ?? null,
  } as const;
};
