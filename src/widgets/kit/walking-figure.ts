/** A figure whose moments can be played one after the other. */

import type { FigureParts } from './figure-shell.ts';
import { createPlayer, type Player, type PlayerOptions } from './player.ts';
import { type FigureOptions, type RunningFigure, runFigure } from './run-figure.ts';
import type { Fields } from './settings.ts';

/** What a step bar asks of the player. */
export type Moves = Pick<Player, 'play' | 'pause' | 'setSpeed'>;

export interface WalkingOptions<State extends { readonly playing: boolean }, Action, F extends Fields>
  extends Omit<FigureOptions<State, Action, F>, 'parts'>,
    Pick<PlayerOptions, 'intervals'> {
  readonly parts: (dispatch: (action: Action) => void, moves: Moves) => FigureParts<State>;
  /** Says that the walk begins or has ended. */
  readonly played: (playing: boolean) => NoInfer<Action>;
  /** Goes on to the next moment; at the last one the state is no longer playing. */
  readonly walk: (state: State) => NoInfer<Action>;
}

/** As `runFigure`. Whoever goes to a moment by hand stops the walk, if the model's update says so. */
export function walkingFigure<State extends { readonly playing: boolean }, Action, F extends Fields>({
  parts,
  played,
  walk,
  intervals,
  ...options
}: WalkingOptions<State, Action, F>): RunningFigure<State, Action> {
  const { signal, watchVisibility, fail } = options.context;
  let player: Player | undefined;
  const figure = runFigure({
    ...options,
    parts: (dispatch) =>
      parts(dispatch, {
        play: () => {
          dispatch(played(true));
          player?.play();
        },
        pause: () => player?.pause(),
        setSpeed: (speed) => player?.setSpeed(speed),
      }),
  });
  player = createPlayer({
    signal,
    watchVisibility,
    fail,
    ...(intervals && { intervals }),
    onChange: (playing) => figure.dispatch(played(playing)),
    async step() {
      figure.dispatch(walk(figure.state));
      return figure.state.playing;
    },
  });
  figure.onChange((state) => {
    if (!state.playing && player?.playing) player.pause();
  });
  return figure;
}
