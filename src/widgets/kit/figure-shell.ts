/**
 * The frame that all figures share: title, drawing, step bar, sentence, controls, panel, folds, compute line.
 *
 * On a telephone the parts stand in this order, so that the thumb finds the controls right below the drawing. In a
 * wide window drawing, step bar and sentence stand on the left, controls and panel on the right.
 */

import type { Wanted } from '../../runtime/web.ts';
import { announcer } from './announce.ts';
import { computeLine } from './compute-line.ts';
import { button } from './controls.ts';
import { html } from './dom.ts';
import type { Facts } from './engine.ts';
import type { FigureModel } from './figure-model.ts';
import { figureTable, hyperparameterList } from './figure-table.ts';
import { fold, type Part } from './fold.ts';
import type { Fields } from './settings.ts';
import { shareButton } from './share.ts';

/** What a figure puts into the frame; what it leaves out takes no room. */
export interface FigureParts<State> {
  /** Drawings and their legends. */
  readonly main: readonly Part<State>[];
  /** Step bar and scrubber, right below the drawing. */
  readonly steps?: readonly Part<State>[];
  /** What the reader sets. */
  readonly controls?: readonly Part<State>[];
  /** Numbers and explanations beside the drawing. */
  readonly side?: readonly Part<State>[];
  /** The drawing takes the whole width of a wide window too, and the controls stand below it. */
  readonly wide?: boolean;
  /** Parts that open, above "The figure as a table" and "Hyper-parameters", which every figure has. */
  readonly folds?: readonly FoldedPart<State>[];
}

export interface FoldedPart<State> {
  readonly title: string;
  readonly part: Part<State>;
  readonly open?: boolean;
  /** Whether the state has anything to show in it; always, unless told. */
  readonly when?: (state: State) => boolean;
}

export interface ShellOptions<State, Action, F extends Fields> {
  readonly root: HTMLElement;
  readonly model: FigureModel<State, Action, F>;
  readonly parts: FigureParts<State>;
  readonly startOver: () => void;
  readonly link: () => string;
  readonly chooseProvider: (wanted: Wanted) => void;
  /** Whether it runs models, so that something is to be said about who computes. */
  readonly computes: boolean;
}

export function figureShell<State, Action, F extends Fields>(options: ShellOptions<State, Action, F>) {
  const { root, model, parts } = options;
  const sentence = announcer('figure-state');
  const notes = noteList();
  const compute = computeLine(options.chooseProvider);
  const folds = [
    ...(parts.folds ?? []).map(({ title, part, open, when }) => shownWhen(when, fold(title, part, open))),
    fold('The figure as a table', figureTable(model.table)),
    fold('Hyper-parameters', hyperparameterList(model.hyperparameters)),
  ];
  const again = button('Start over', options.startOver);
  again.title = 'Everything as it was at first';
  root.classList.add('figure-shell');
  root.append(
    html(
      'div',
      { class: 'figure-head' },
      html('p', { class: 'figure-title' }, model.title),
      again,
      shareButton({ title: model.title, link: options.link }),
    ),
    notes.element,
    html(
      'div',
      { class: 'figure-body', 'data-wide': parts.wide },
      html(
        'div',
        { class: 'figure-left' },
        group('figure-main', parts.main),
        group('figure-steps', parts.steps),
        sentence.element,
      ),
      group('figure-controls', parts.controls),
      group('figure-side', parts.side),
    ),
    html('div', { class: 'figure-folds' }, ...folds.map(({ element }) => element)),
  );
  if (options.computes) root.append(compute.element);
  const drawn = [parts.main, parts.steps, parts.controls, parts.side, folds].flatMap((some) => some ?? []);
  return {
    render(state: State): void {
      for (const part of drawn) part.render(state);
      sentence.say(model.describe(state), model.moving?.(state) ?? false);
    },
    /** @param key "model/file" of the run whose times are shown */
    renderFacts: (facts: Facts, key: string): void => compute.render(facts, key),
    /** What a link asked for and could not have; an empty list takes the notes away. */
    renderNotes: notes.render,
  };
}

const shownWhen = <State>(when: ((state: State) => boolean) | undefined, part: Part<State>): Part<State> => ({
  element: part.element,
  render(state) {
    part.element.hidden = when?.(state) === false;
    part.render(state);
  },
});

const group = <State>(name: string, parts: readonly Part<State>[] = []) =>
  parts.length > 0 && html('div', { class: name }, ...parts.map(({ element }) => element));

function noteList() {
  const list = html('ul', {});
  const close = button('Close', () => render([]));
  // The region is there before its text, or the text would not be read out.
  const region = html('div', { role: 'status' }, list);
  const element = html('div', { class: 'figure-notes' }, region, close);
  const render = (notes: readonly string[]): void => {
    element.toggleAttribute('data-empty', notes.length === 0);
    close.hidden = notes.length === 0;
    list.replaceChildren(...notes.map((note) => html('li', {}, note)));
  };
  render([]);
  return { element, render };
}
