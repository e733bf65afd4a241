/** The perceptron figure in a link: which settings there are, and how a state and its settings become each other. */

import type { Settings } from '../kit/settings.ts';
import { choice, oneOf, rows, vector, whole } from '../kit/settings-fields.ts';
import { answers, labellings, tieRules } from './conventions.ts';
import { mostPoints, ownStart, type Point, plane, presets } from './points.ts';
import { learningRates, rules, type State, unitOf, views, zero } from './state.ts';
import { blockSizes, emptyStream, type Stream, streamLength, streamMargins } from './stream.ts';

const names = <Name extends string>(of: Readonly<Record<Name, unknown>>) => Object.keys(of) as Name[];
const [min, max] = plane.domain;

/** More steps than this no link replays; a hundred passes through twelve points are fewer. */
const mostSteps = 1200;

/** More moments than this no recording has. */
const lastMoment = 1000;

export const fields = {
  view: choice('view', names(views), 'unit'),
  points: choice('points', names(presets), 'separable'),
  own: rows(
    'points of your own',
    {
      columns: [
        { min, max },
        { min, max },
        { min: -1, max: 1, step: 2 },
      ],
      most: mostPoints,
    },
    rowsOf(ownStart),
  ),
  rule: choice('rule', names(rules), 'perceptron'),
  rate: oneOf('learning rate', learningRates, 1),
  answer: choice('unit’s answer', names(answers), 'threshold'),
  labels: choice('labels', names(labellings), 'signs'),
  ties: choice('meaning of ties', names(tieRules), 'mistake'),
  from: vector('starting weights b, w₁, w₂', { min: -1e6, max: 1e6 }, [0, 0, 0]),
  /** Of the recorded training, which only the separable points have; beyond its end is its end. */
  moment: whole('recorded moment', { min: 0, max: lastMoment }, lastMoment),
  steps: whole('number of steps', { min: 0, max: mostSteps }, 0),
  /** Of the training of the network with a hidden layer; beyond its end is its end. */
  network: whole('moment of the network’s training', { min: 0, max: lastMoment }, lastMoment),
  margin: oneOf('margin of the stream', streamMargins, 0.08),
  blocks: choice('points for each run', names(blockSizes), 'block'),
  seen: whole('points seen', { min: 0, max: streamLength }, 0),
};
export type PerceptronSettings = Settings<typeof fields>;

/** Without what is loaded: the points of "Separable" and the recorded moments come with `loaded`. */
export const stateOf = (settings: PerceptronSettings): State => ({
  view: settings.view,
  preset: settings.points,
  points: settings.own.map(([x1, x2, label]): Point => ({ at: [x1, x2], label: label > 0 ? 1 : -1 })),
  rule: settings.rule,
  learningRate: settings.rate,
  answer: settings.answer,
  labels: settings.labels,
  ties: settings.ties,
  start: { bias: settings.from[0], weights: [settings.from[1], settings.from[2]] },
  earlier: 0,
  updates: [],
  rivals: [],
  position: 0,
  motion: 'resting',
  speed: 'normal',
  wanted: settings.steps,
  wantedMoment: settings.moment,
  shipped: { points: [], perceptron: [], delta: [], network: [] },
  moment: null,
  measured: null,
  selected: null,
  newLabel: 1,
  networkMoment: settings.network,
  split: null,
  stream: streamOf(settings),
});

/** A stream of which a link wants some points runs to there by itself. */
function streamOf({ view, margin, blocks, seen }: PerceptronSettings): Stream {
  const stream = emptyStream(margin, blocks);
  return view === 'stream' && seen > 0 ? { ...stream, motion: 'running', until: seen } : stream;
}

/** A trail at one rate and by one rule is replayed from its start; any other begins where it has come to. */
export function settingsOf(state: State): PerceptronSettings {
  const { updates, position, rule, learningRate, start, preset, points, stream } = state;
  const trail = updates.slice(0, position);
  const isReplayable =
    position <= mostSteps && trail.every((one) => one.rule === rule && one.learningRate === learningRate);
  const { bias, weights } = state.moment !== null ? zero : isReplayable ? start : unitOf(state);
  return {
    view: state.view,
    points: preset,
    own: preset === 'own' ? rowsOf(points) : fields.own.start,
    rule,
    rate: learningRate as (typeof learningRates)[number],
    answer: state.answer,
    labels: state.labels,
    ties: state.ties,
    from: [bias, ...weights],
    moment: momentOf(state),
    steps: isReplayable ? position : 0,
    network: networkMomentOf(state),
    margin: stream.margin as (typeof streamMargins)[number],
    blocks: stream.blocks,
    seen: state.view === 'stream' ? stream.seen : 0,
  };
}

/** The recording begins at zero, so a unit that was reset to zero stands at its first moment. */
function momentOf({ preset, moment, shipped, rule }: State): number {
  if (preset !== 'separable') return lastMoment;
  return moment === null ? 0 : moment >= shipped[rule].length - 1 ? lastMoment : moment;
}

const networkMomentOf = ({ view, networkMoment, shipped }: State): number =>
  view !== 'hidden' || networkMoment >= shipped.network.length - 1 ? lastMoment : networkMoment;

function rowsOf(points: readonly Point[]): number[][] {
  return points.map(({ at, label }) => [...at, label]);
}
