/** Joins the figure of two weights to the page: decides when what is asked of its graphs. */

import type { Graph } from '../../graph/value.ts';
import { engineRunner } from '../kit/engine-runner.ts';
import type { WidgetContext } from '../kit/host.ts';
import { walkingFigure } from '../kit/walking-figure.ts';
import { fieldOf, pathOf, race } from './compute.ts';
import { geometryFigure } from './model.ts';
import { parts } from './parts.ts';
import { decayStep, penalisedStep } from './programs.ts';
import { keptOf, type State, solutionOf, strengths } from './state.ts';

export default async function start(context: WidgetContext): Promise<void> {
  let keyOf: ((graph: Graph) => string) | undefined;
  const figure = walkingFigure({
    context,
    model: geometryFigure,
    leading: 'digits-l2',
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
    ({ settings: { data } }) => [data],
    async ({ settings: { data } }) => {
      figure.dispatch({ kind: 'field computed', data, losses: await fieldOf(runner, data) });
    },
  );
  const path = figure.keep(
    ({ settings: { data, penalty, convention } }) => [data, penalty, convention],
    async ({ settings }) => {
      figure.dispatch({ kind: 'solved', settings, solutions: await pathOf(runner, settings) });
    },
  );
  const raced = figure.keep(
    ({ view, settings: { data, optimizer, learningRate, strength } }) =>
      view === 'decay' ? [data, optimizer, learningRate, strength] : null,
    async ({ settings }) => {
      figure.dispatch({ kind: 'raced', settings, result: await race(runner, settings) });
    },
  );
  await Promise.all([field, path, raced]);
}

const shownGraph = ({ view, settings: { penalty, convention, optimizer } }: State): Graph =>
  view === 'budget' ? penalisedStep(penalty, convention, strengths.length) : decayStep(optimizer, 'coupled');

function attributes(state: State) {
  const { view, settings, place, step, path, race: raced } = state;
  const solution = solutionOf(state);
  const kept = (decay: 'coupled' | 'decoupled') =>
    raced ? keptOf(raced.result, decay, step).join(' ') : null;
  const isOf = (one: State['settings'] | undefined, names: readonly (keyof State['settings'])[]) =>
    one !== undefined && names.every((name) => one[name] === settings[name]);
  return {
    'data-view': view,
    'data-moment': view === 'budget' ? place : step,
    'data-w1': solution?.w[0] ?? null,
    'data-w2': solution?.w[1] ?? null,
    'data-loss': solution?.loss ?? null,
    'data-coupled': kept('coupled'),
    'data-decoupled': kept('decoupled'),
    'data-diverged': raced
      ? Object.entries(raced.result.courses)
          .filter(([, { divergedAt }]) => divergedAt !== null)
          .map(([decay]) => decay)
          .join(' ')
      : null,
    'data-computed': String(
      state.field?.data === settings.data &&
        isOf(path?.settings, ['data', 'penalty', 'convention']) &&
        (view === 'budget' || isOf(raced?.settings, ['data', 'optimizer', 'learningRate', 'strength'])),
    ),
  } as const;
}
