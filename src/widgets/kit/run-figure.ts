/** Joins a figure's model, its parts, the models it runs and the page's address. */

import { setAttributes } from './dom.ts';
import { createEngine, type Engine } from './engine.ts';
import type { FigureModel } from './figure-model.ts';
import { type FigureParts, figureShell } from './figure-shell.ts';
import type { WidgetContext } from './host.ts';
import { type Kept, keepCurrent } from './keep-current.ts';
import { type Fields, linkTo, readSettings, startingAt, startSettings, writeSettings } from './settings.ts';

export interface FigureOptions<State, Action, F extends Fields> {
  readonly context: WidgetContext;
  readonly model: FigureModel<State, Action, F>;
  /** The trained model whose card says which provider "Auto" takes; none for a figure that runs no model. */
  readonly leading?: string;
  readonly parts: (dispatch: (action: Action) => void) => FigureParts<State>;
  /** "model/file" of the run whose times the compute line shows. */
  readonly timed?: (state: State) => string;
  /** What the state is, as data-attributes of the figure: for styles and tests. */
  readonly attributes?: (state: State) => Readonly<Record<`data-${string}`, string | number | null>>;
}

export interface RunningFigure<State, Action> {
  readonly state: State;
  readonly engine: Engine;
  /** False while off screen or in a hidden tab. */
  readonly visible: boolean;
  dispatch(action: Action): void;
  /** Called after each change of the state, before it is drawn. */
  onChange(listener: (state: State, previous: State) => void): void;
  /**
   * Runs `compute` whenever one of the values of `of` has changed, now and after each action; one run at a time.
   * @returns when the result is about the present state
   */
  keep(
    of: (state: State) => readonly unknown[] | null,
    compute: (state: State) => Promise<void>,
  ): Promise<void>;
}

/** Draws the figure in the state that the page's address asks for; the caller then loads models and dispatches. */
export function runFigure<State, Action, F extends Fields>(
  options: FigureOptions<State, Action, F>,
): RunningFigure<State, Action> {
  const { context } = options;
  const { root, signal } = context;
  const model = startingAt<F, FigureModel<State, Action, F>>(options.model, context.state).schema;
  const asked = readSettings(model, location.search);
  let state = model.initial(asked.settings);
  let visible = true;
  /** Of the drawing that is due, or 0. */
  let frame = 0;
  const listeners: ((state: State, previous: State) => void)[] = [];
  const kept: Kept[] = [];

  const replace = (next: State): void => {
    const previous = state;
    state = next;
    // One that is due keeps its place: the focus waits for it and must not overtake it.
    frame ||= requestAnimationFrame(paint);
    for (const listener of listeners) listener(state, previous);
    for (const one of kept) one.check().catch(context.fail);
  };
  const dispatch = (action: Action): void => replace(model.update(state, action));

  const shell = figureShell({
    root,
    model,
    parts: options.parts(dispatch),
    startOver() {
      shell.renderNotes([]);
      replace(model.initial(startSettings(model), state));
    },
    link: () => linkTo(model, model.settingsOf(state), location),
    computes: options.leading !== undefined,
    chooseProvider: (wanted) => {
      engine
        .use(wanted)
        .then(() => Promise.all(kept.map((one) => one.renew())))
        .catch(context.fail);
    },
  });
  const engine = createEngine({
    models: context.models,
    runtime: context.runtime,
    leading: options.leading ?? '',
    signal,
    onChange(facts) {
      if (facts.provider) context.setProvider(facts.provider);
      frame ||= requestAnimationFrame(paint);
    },
  });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    engine.dispose();
  });
  context.watchVisibility((now) => {
    visible = now;
  });
  context.setQuery(() => writeSettings(model, model.settingsOf(state)));
  // Presses may come faster than frames; what a part does with one starts from what it has been shown.
  for (const event of ['keydown', 'pointerdown'])
    root.addEventListener(event, paintDue, { capture: true, signal });
  paint();
  shell.renderNotes(asked.notes);

  function paintDue(): void {
    if (!frame) return;
    cancelAnimationFrame(frame);
    paint();
  }

  function paint(): void {
    frame = 0;
    shell.render(state);
    shell.renderFacts(engine.facts, options.timed?.(state) ?? '');
    if (options.attributes) setAttributes(root, options.attributes(state));
  }

  return {
    get state() {
      return state;
    },
    get visible() {
      return visible;
    },
    engine,
    dispatch,
    onChange: (listener) => {
      listeners.push(listener);
    },
    keep(of, compute) {
      const one = keepCurrent(
        () => of(state),
        () => compute(state),
        signal,
      );
      kept.push(one);
      return one.check();
    },
  };
}
