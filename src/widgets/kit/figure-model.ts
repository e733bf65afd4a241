/**
 * What a figure is before anything is drawn: one state, from which its drawing, its table, its sentence, its link and
 * its printed picture are all derived. Pure: no page, no model run, no clock.
 */

import type { Fields, Settings, SettingsSchema } from './settings.ts';

export interface FigureModel<State, Action, F extends Fields> extends SettingsSchema<F> {
  /** Names the figure above its drawing and in shared links. */
  readonly title: string;
  /**
   * The state that settings ask for.
   * @param previous what has been loaded before is taken over from it, when the reader starts over
   */
  initial(settings: Settings<F>, previous?: State): State;
  update(state: State, action: Action): State;
  /** What a link must hold to show this state again, as nearly as a link can. */
  settingsOf(state: State): Settings<F>;
  /** The current state in one sentence or two: read by all, and read out to those who do not see the drawing. */
  describe(state: State): string;
  /** All that the drawing shows, as numbers and words. */
  table(state: State): FigureTable;
  /** Every setting that the numbers depend on, those the reader cannot change included: name and value. */
  hyperparameters(state: State): readonly (readonly [name: string, value: string])[];
  /** Whether it changes by itself now; the sentence is then renewed less often. Never, unless told. */
  moving?(state: State): boolean;
}

export interface FigureTable {
  /** What the table is of. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** As long as `columns`; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}
