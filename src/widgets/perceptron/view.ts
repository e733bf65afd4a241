/** The perceptron figure, drawn from its state. Nothing here waits for anything. */

import type { Wanted } from '../../runtime/web.ts';
import { computeLine } from '../kit/compute-line.ts';
import { listSlider, segmentedChoice } from '../kit/controls.ts';
import { html, setAttributes, setText } from '../kit/dom.ts';
import type { Facts } from '../kit/engine.ts';
import { fold } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { stepBar } from '../kit/step-bar.ts';
import { courseOf, rightCount } from './course.ts';
import { legend } from './legend.ts';
import type { Action } from './model.ts';
import { networkView } from './network-view.ts';
import { hintId, plotView } from './plot-view.ts';
import { type PresetName, presets } from './points.ts';
import { pointBar, pointsTable } from './points-view.ts';
import { announce } from './sentences.ts';
import { mostRight } from './splits.ts';
import { splitsView } from './splits-view.ts';
import { canMove, learningRates, type RuleName, rules, type State } from './state.ts';
import { logView, updateView } from './update-view.ts';
import { verdictView } from './verdict-view.ts';

export interface ViewOptions {
  readonly root: HTMLElement;
  readonly dispatch: (action: Action) => void;
  readonly chooseProvider: (wanted: Wanted) => void;
}

export function createView({ root, dispatch, chooseProvider }: ViewOptions) {
  let best: { points: State['points']; right: number } = { points: [], right: 0 };
  const bestOf = ({ points }: State): number => {
    if (points !== best.points) {
      const positions = points.map(({ at }) => at);
      best = {
        points,
        right: mostRight(
          positions,
          points.map(({ label }) => label),
        ),
      };
    }
    return best.right;
  };

  const preset = segmentedChoice<PresetName>('Points', presets, (chosen) =>
    dispatch({ kind: 'choose preset', preset: chosen }),
  );
  const rule = segmentedChoice<RuleName>(
    'Learn by',
    { perceptron: rules.perceptron.title, delta: rules.delta.title },
    (chosen) => dispatch({ kind: 'choose rule', rule: chosen }),
  );
  const rate = listSlider('Learning rate', (index) =>
    dispatch({ kind: 'set learning rate', learningRate: learningRates[index] }),
  );
  rate.setRange(learningRates.length, (index) => formatNumber(learningRates[index]));
  const bar = stepBar(
    {
      back: () => dispatch({ kind: 'step back' }),
      step: () => dispatch({ kind: 'move', motion: 'one step' }),
      play: () => dispatch({ kind: 'move', motion: 'playing' }),
      pause: () => dispatch({ kind: 'move', motion: 'resting' }),
      run: () => dispatch({ kind: 'move', motion: 'running' }),
      reset: () => dispatch({ kind: 'reset' }),
    },
    'Run until a pass has no mistake, or until nothing new can come',
  );
  const recording = listSlider('Recorded training', (moment) => dispatch({ kind: 'show moment', moment }));
  const plot = plotView(dispatch);
  const points = pointBar(dispatch, plot.focusSelected);
  const latest = updateView();
  const network = networkView(dispatch);
  const live = html('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const compute = computeLine(chooseProvider);

  const training = html(
    'div',
    { class: 'panel' },
    html('div', { class: 'panel-choices' }, rule.element, rate.element),
    bar.element,
    recording.element,
    latest.element,
  );
  const hidden = html('div', { class: 'panel' }, network.element);
  const hint = html(
    'p',
    { class: 'hint', id: hintId },
    'Drag points, or focus one: arrow keys move it, Space flips it, Delete removes it, Page Up and Down go to another.',
  );
  const edit = html('div', { class: 'perceptron-edit' }, hint, points.element);
  const verdict = verdictView(dispatch);
  const isWide = matchMedia('(min-width: 48em)').matches;
  const steps = fold('Every step in numbers', logView(), isWide);
  const folds = [
    steps,
    fold('The points as a table', pointsTable(dispatch)),
    fold('Every way a line can split these points', splitsView(dispatch)),
  ];
  root.append(
    preset.element,
    html(
      'div',
      { class: 'perceptron-main' },
      html('div', { class: 'perceptron-plot' }, plot.element, legend(), network.controls),
      html('div', { class: 'perceptron-side' }, training, hidden, verdict.element),
      edit,
    ),
    ...folds.map(({ element }) => element),
    compute.element,
    live,
  );

  return {
    render(state: State): void {
      const course = courseOf(state);
      const best = bestOf(state);
      const moving = state.motion !== 'resting';
      preset.set(state.preset);
      rule.set(state.rule);
      rate.set(learningRates.indexOf(state.learningRate as (typeof learningRates)[number]));
      bar.render({ moving, canStep: canMove(state), canGoBack: state.position > 0 });
      renderRecording(state);
      plot.render(state);
      points.render(state);
      latest.render(state);
      training.hidden = state.hiddenLayer;
      hidden.hidden = !state.hiddenLayer;
      network.controls.hidden = !state.hiddenLayer;
      network.render(state);
      edit.hidden = state.hiddenLayer;
      steps.element.hidden = state.hiddenLayer;
      for (const one of folds) one.render(state);
      verdict.render(state, course, best);
      setText(live, announce(state, course, best));
      setAttributes(root, {
        'data-preset': state.preset,
        'data-rule': state.rule,
        'data-step': state.position,
        'data-mistakes': course.mistakes,
        'data-points': state.points.length,
        'data-right': state.measured ? rightCount(state) : null,
        'data-best': best,
        'data-ending': course.ending?.kind ?? null,
        'data-motion': state.motion,
        'data-hidden-layer': String(state.hiddenLayer),
      });
    },
    renderFacts(facts: Facts, key: string): void {
      compute.render(facts, key);
    },
  };

  function renderRecording(state: State): void {
    const moments = state.shipped[state.rule];
    recording.element.hidden = state.preset !== 'separable' || moments.length === 0;
    if (recording.element.hidden) return;
    recording.setRange(moments.length, (index) =>
      state.moment === null ? 'not shown' : `after ${moments[index].step} examples`,
    );
    recording.set(state.moment ?? moments.length - 1);
  }
}
