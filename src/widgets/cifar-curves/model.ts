/** The figure of recorded trainings: state, link, sentence, table. */

import type { FigureModel } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { choice, real, whole } from '../kit/settings-fields.ts';
import {
  type Comparison,
  comparisons,
  curveOf,
  epochsTo,
  isError,
  lastEpoch,
  type Measure,
  measures,
  type Recorded,
  type RunName,
  runs,
} from './curves.ts';

export interface State {
  readonly comparison: Comparison;
  readonly measure: Measure;
  /** Share of pictures judged wrongly that is watched for. */
  readonly level: number;
  /** Curves are shown up to this one. */
  readonly epoch: number;
  readonly playing: boolean;
  readonly recorded: Recorded | null;
}

export type Action =
  | { readonly kind: 'loaded'; readonly recorded: Recorded }
  | { readonly kind: 'compare'; readonly comparison: Comparison }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'set level'; readonly level: number }
  | { readonly kind: 'show epoch'; readonly epoch: number }
  | { readonly kind: 'play'; readonly playing: boolean }
  /** One epoch of a walk. */
  | { readonly kind: 'walk' };

const names = Object.keys(comparisons) as Comparison[];
const mostEpochs = Math.max(...names.map(lastEpoch));

const fields = {
  compare: choice('comparison', ['2012', 'activation', 'dropout'], '2012'),
  measure: choice('measure', ['training', 'held-out', 'training-loss', 'held-out-loss'], 'training'),
  level: real('level', { min: 0.1, max: 0.6, step: 0.01 }, 0.25),
  epoch: whole('epoch', { min: 0, max: mostEpochs }, mostEpochs),
};

export interface Curve {
  readonly run: RunName;
  readonly title: string;
  readonly values: readonly number[];
  /** The epoch at which it first comes down to the level, if it does, and if errors are shown. */
  readonly reached: number | null;
}

/** The two curves that are compared; none until loaded. */
export function curvesOf({ comparison, measure, level, epoch, recorded }: State): Curve[] {
  if (!recorded) return [];
  return comparisons[comparison].runs.map((run) => {
    const values = curveOf(recorded[run].history, measure).slice(0, epoch + 1);
    return {
      run,
      title: runs[run].title,
      values,
      reached: isError(measure) ? epochsTo(level, values) : null,
    };
  });
}

export const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;

function describe(state: State): string {
  const { measure, level } = state;
  const curves = curvesOf(state);
  if (curves.length === 0) return 'The recorded trainings are being fetched.';
  const name = measures[measure].toLowerCase();
  const text = isError(measure) ? percent : (value: number) => formatNumber(value);
  const ends = curves
    .map(({ title, values }) => `${text(values[values.length - 1])} (${title})`)
    .join(' and ');
  const now = `After ${state.epoch} ${state.epoch === 1 ? 'epoch' : 'epochs'} the ${name} is ${ends}.`;
  return isError(measure) ? `${now} ${reachedSentence(curves, level)}` : now;
}

function reachedSentence(curves: readonly Curve[], level: number): string {
  const reached = curves.flatMap(({ title, reached: epochs }) => (epochs ? [{ title, epochs }] : []));
  if (reached.length === 0) return `${percent(level)} has not been reached yet.`;
  const list = reached.map(({ title, epochs }) => `after ${formatNumber(epochs, 2)} epochs by ${title}`);
  const times = reached.map(({ epochs }) => epochs);
  const apart = formatNumber(Math.max(...times) / Math.min(...times), 2);
  const rest = reached.length > 1 ? `: ${apart} times apart` : ' alone so far';
  return `${percent(level)} is first reached ${list.join(', ')}${rest}.`;
}

export function update(state: State, action: Action): State {
  const last = lastEpoch(state.comparison);
  switch (action.kind) {
    case 'loaded':
      return { ...state, recorded: action.recorded };
    case 'compare': {
      const { comparison } = action;
      // Who looks at the end of one comparison sees the end of the other.
      const epoch =
        state.epoch === last ? lastEpoch(comparison) : Math.min(state.epoch, lastEpoch(comparison));
      return { ...state, comparison, epoch };
    }
    case 'measure':
      return { ...state, measure: action.measure };
    case 'set level':
      return { ...state, level: action.level };
    case 'show epoch':
      return { ...state, playing: false, epoch: Math.min(last, Math.max(0, action.epoch)) };
    case 'play':
      // From the end, playing begins again.
      return {
        ...state,
        playing: action.playing,
        epoch: action.playing && state.epoch === last ? 0 : state.epoch,
      };
    case 'walk': {
      const epoch = Math.min(last, state.epoch + 1);
      return { ...state, epoch, playing: state.playing && epoch < last };
    }
  }
}

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'cifar-curves',
  title: 'Trainings of small networks',
  fields,
  initial: ({ compare, epoch, ...rest }, previous) => ({
    comparison: compare,
    ...rest,
    epoch: Math.min(epoch, lastEpoch(compare)),
    playing: false,
    recorded: previous?.recorded ?? null,
  }),
  update,
  settingsOf: ({ comparison, measure, level, epoch }) => ({ compare: comparison, measure, level, epoch }),
  describe,
  table(state) {
    const curves = curvesOf(state);
    const text = isError(state.measure) ? percent : (value: number) => formatNumber(value);
    return {
      caption: `${measures[state.measure]} after each epoch`,
      columns: ['Epoch', ...comparisons[state.comparison].runs.map((run) => runs[run].title)],
      rows: (curves[0]?.values ?? []).map((_, epoch) => [
        String(epoch),
        ...curves.map(({ values }) => text(values[epoch])),
      ]),
    };
  },
  hyperparameters: ({ comparison, recorded }) => [
    ['Measured on', 'the first 2,000 pictures of each set, without dropout'],
    ['Between epochs', 'straight lines'],
    ...(recorded ? settingsOfBoth(comparisons[comparison].runs, recorded) : []),
  ],
  moving: ({ playing }) => playing,
};

/** What the cards of two trainings say, and where they differ, of which one. */
function settingsOfBoth(
  [first, second]: readonly [RunName, RunName],
  recorded: Recorded,
): (readonly [string, string])[] {
  const [one, other] = [first, second].map((run) => recorded[run].card.hyperparameters);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => {
    const [a, b] = [String(one[name] ?? 'none'), String(other[name] ?? 'none')];
    return [name, a === b ? a : `${runs[first].title}: ${a}; ${runs[second].title}: ${b}`];
  });
}
