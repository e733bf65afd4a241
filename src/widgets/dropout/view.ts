/** What the dropout figure puts into the common frame. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { type Speed, stepBar } from '../kit/step-bar.ts';
import { controlsParts, removedPart } from './controls-view.ts';
import { conventionPart, graphPart } from './convention-view.ts';
import { answersMarkup, unitsMarkup } from './markup.ts';
import { type Action, pictureOf } from './model.ts';
import { ablationPlot, choices, curveOf, curvePlot, distancePlot } from './plots.ts';
import { ablationSentence } from './sentences.ts';
import { type CurveName, isCurrent, mostMasks, type State } from './state.ts';

export interface Moves {
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

export function parts(dispatch: (action: Action) => void, moves: Moves): FigureParts<State> {
  return {
    main: [answersPart()],
    steps: [stepsPart(dispatch, moves)],
    controls: controlsParts(dispatch),
    side: [
      plotPart(
        ({ answers, masks }) => distancePlot('dropout-distance', { answers, masks }),
        ({ answers, masks }) => [answers, masks],
      ),
      conventionPart(dispatch),
    ],
    folds: [
      { title: 'Without the strongest units: three networks', part: ablationPart(dispatch), open: true },
      { title: 'Training and test curves on a thousand digits', part: curvesPart(dispatch), open: true },
      { title: 'The layer as a graph', part: graphPart() },
    ],
  };
}

function answersPart(): Part<State> {
  const units = html('div', {});
  const answers = html('div', {});
  let known: readonly unknown[] = [];
  return {
    element: html('div', { class: 'dropout-part' }, units, answers),
    render(state) {
      const picture = pictureOf(state);
      const shown = [state.answers, state.masks];
      if (!state.answers || !picture || !isCurrent(state) || shown.every((one, i) => one === known[i]))
        return;
      known = shown;
      units.innerHTML = unitsMarkup('dropout-units', state, picture, state.answers);
      answers.innerHTML = answersMarkup(state, state.answers);
    },
  };
}

/** Drawn anew only when something that it shows has changed. */
function plotPart(spec: (state: State) => PlotSpec, of: (state: State) => readonly unknown[]): Part<State> {
  const view = plotView();
  let known: readonly unknown[] | null = null;
  return {
    element: html('div', { class: 'dropout-plot' }, view.element),
    render(state) {
      const shown = of(state);
      if (known && shown.every((one, i) => one === known?.[i])) return;
      known = shown;
      view.render(spec(state));
    },
  };
}

function ablationPart(dispatch: (action: Action) => void): Part<State> {
  const removed = removedPart(dispatch);
  const sentence = html('p', {});
  const note = html(
    'p',
    { class: 'dropout-note' },
    'Strength is the length of a unit’s incoming weights times the length of its outgoing weights. All three networks are asked about the same 500 digits, on which none was trained, and lose units by the same eight lots, whose mean is drawn.',
  );
  const plots = (Object.keys(choices) as (keyof typeof choices)[]).map((choice) =>
    plotPart(
      (state) => ablationPlot(`dropout-${choice}`, state, choice),
      ({ ablations, settings }) => [ablations, settings.removed],
    ),
  );
  return {
    element: html(
      'div',
      { class: 'dropout-part' },
      removed.element,
      sentence,
      html('div', { class: 'dropout-curves' }, ...plots.map(({ element }) => element)),
      note,
    ),
    render(state) {
      removed.render(state);
      setText(sentence, ablationSentence(state));
      for (const { render } of plots) render(state);
    },
  };
}

function curvesPart(dispatch: (action: Action) => void): Part<State> {
  const choice = segmentedChoice<CurveName>(
    'Curves of the',
    { loss: 'loss', accuracy: 'share told right' },
    (name) => dispatch({ kind: 'choose curves', curves: name }),
  );
  const plots = (['training', 'held-out'] as const).map((set) =>
    plotPart(
      (state) => curvePlot(`dropout-${set}`, state.shipped, curveOf(state.curves, set)),
      (state) => [state.shipped, state.curves],
    ),
  );
  return {
    element: html(
      'div',
      { class: 'dropout-part' },
      choice.element,
      html('div', { class: 'dropout-curves' }, ...plots.map(({ element }) => element)),
    ),
    render(state) {
      choice.set(state.curves);
      for (const { render } of plots) render(state);
    },
  };
}

function stepsPart(dispatch: (action: Action) => void, moves: Moves): Part<State> {
  let masks = 1;
  let speed: Speed = 'normal';
  const to = (count: number) => dispatch({ kind: 'go to', masks: count });
  const bar = stepBar(
    {
      back: () => to(masks - 1),
      step: () => to(masks + 1),
      play: moves.play,
      pause: moves.pause,
      run: () => to(mostMasks),
      reset: () => to(1),
    },
    'To the last mask',
    {
      label: 'Masks',
      scrubber: {
        label: 'Masks',
        describe: (moment) => `${moment + 1} of ${mostMasks}`,
        onScrub: (moment) => to(moment + 1),
      },
      onSpeed(chosen) {
        speed = chosen;
        moves.setSpeed(chosen);
      },
    },
  );
  return {
    element: bar.element,
    render(state) {
      masks = state.masks;
      bar.render({
        moving: state.playing,
        canStep: masks < mostMasks,
        canGoBack: masks > 1,
        moment: masks - 1,
        moments: mostMasks,
        speed,
      });
    },
  };
}
