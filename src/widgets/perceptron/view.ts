/** The perceptron figure, drawn from its state. Nothing here waits for anything. */

import type { Wanted } from '../../runtime/web.ts';
import { computeLine } from '../kit/compute-line.ts';
import { button, listSlider, segmentedChoice } from '../kit/controls.ts';
import { html, setAttributes, setText } from '../kit/dom.ts';
import type { Facts } from '../kit/engine.ts';
import { formatNumber } from '../kit/number-format.ts';
import { stepBar } from '../kit/step-bar.ts';
import { courseOf, rightCount } from './course.ts';
import { legend } from './legend.ts';
import type { Action } from './model.ts';
import { networkView } from './network-view.ts';
import { hintId, plotView } from './plot-view.ts';
import { type PresetName, presets } from './points.ts';
import { pointBar, pointsTable } from './points-view.ts';
import { announce, describeEnding, describeFit } from './sentences.ts';
import { type Judged, judge } from './splits.ts';
import { splitsView } from './splits-view.ts';
import { canMove, learningRates, type RuleName, rules, type State } from './state.ts';
import { logView, updateView } from './update-view.ts';

export interface ViewOptions {
  readonly root: HTMLElement;
  readonly dispatch: (action: Action) => void;
  readonly chooseProvider: (wanted: Wanted) => void;
}

export function createView({ root, dispatch, chooseProvider }: ViewOptions) {
  let judged: { points: State['points']; all: readonly Judged[] } = { points: [], all: judge([], []) };
  const judgedOf = ({ points }: State): readonly Judged[] => {
    if (points !== judged.points) {
      const all = judge(
        points.map(({ at }) => at),
        points.map(({ label }) => label),
      );
      judged = { points, all };
    }
    return judged.all;
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
  const plot = plotView(dispatch, (state) =>
    state.split === null ? null : (judgedOf(state)[state.split]?.split ?? null),
  );
  const points = pointBar(dispatch, plot.focusSelected);
  const latest = updateView();
  const log = logView();
  const table = pointsTable(dispatch);
  const splits = splitsView(dispatch);
  const network = networkView(dispatch);
  const fit = html('p', { class: 'verdict-fit' });
  const ending = html('p', { class: 'verdict-ending' });
  const count = html('p', { class: 'verdict-count' });
  const layer = button('Add a hidden layer', () => dispatch({ kind: 'show hidden layer', shown: true }));
  const unit = button('Back to one unit', () => dispatch({ kind: 'show hidden layer', shown: false }));
  const recover = button('Reset, with a smaller learning rate', () => dispatch({ kind: 'recover' }));
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
  const verdict = html('div', { class: 'verdict' }, count, fit, ending, recover, layer, unit);
  const steps = fold('Every step in numbers', log.element, matchMedia('(min-width: 48em)').matches);
  const folds = [
    steps,
    fold('The points as a table', table.element),
    fold('Every way a line can split these points', splits.element),
  ];
  root.append(
    preset.element,
    html(
      'div',
      { class: 'perceptron-main' },
      html('div', { class: 'perceptron-plot' }, plot.element, legend(), network.controls),
      html('div', { class: 'perceptron-side' }, training, hidden, verdict),
      edit,
    ),
    ...folds,
    compute.element,
    live,
  );

  return {
    render(state: State): void {
      const course = courseOf(state);
      const all = judgedOf(state);
      const best = all[0]?.right ?? 0;
      const moving = state.motion !== 'resting';
      preset.set(state.preset);
      rule.set(state.rule);
      rate.set(learningRates.indexOf(state.learningRate as (typeof learningRates)[number]));
      bar.render({ moving, canStep: canMove(state), canGoBack: state.position > 0 });
      renderRecording(state);
      plot.render(state);
      points.render(state);
      latest.render(state);
      log.render(state);
      table.render(state);
      splits.render(state, all);
      training.hidden = state.hiddenLayer;
      hidden.hidden = !state.hiddenLayer;
      network.controls.hidden = !state.hiddenLayer;
      network.render(state);
      edit.hidden = state.hiddenLayer;
      steps.hidden = state.hiddenLayer;
      setText(count, countText(state, course));
      setText(fit, describeFit(state, best));
      setText(ending, (state.hiddenLayer ? null : describeEnding(state, course)) ?? '');
      recover.hidden = course.ending?.kind !== 'diverged';
      layer.hidden = state.preset !== 'xor' || state.hiddenLayer;
      unit.hidden = !state.hiddenLayer;
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

function countText(
  { hiddenLayer, position }: State,
  { passes, mistakes }: ReturnType<typeof courseOf>,
): string {
  if (hiddenLayer) return 'Two tanh units, then one that answers';
  const plural = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
  return [
    plural(position, 'step', 'steps'),
    plural(passes, 'whole pass', 'whole passes'),
    plural(mistakes, 'mistake', 'mistakes'),
  ].join(' · ');
}

const fold = (title: string, content: HTMLElement, open = false): HTMLDetailsElement =>
  html('details', { class: 'fold', open }, html('summary', {}, title), content);
