/** What the RMSprop figure knows at any moment. */

import { recallRun } from '../../recipes/recall-network.ts';

export type Pair = readonly [number, number];

export const racerNames = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'] as const;
export type RacerName = (typeof racerNames)[number];

export const views = ['saddle', 'recurrent', 'examples'] as const;
export type ViewName = (typeof views)[number];

/** RMSprop's settings, on which conventions differ. */
export interface Form {
  /** ρ */
  readonly decay: number;
  /** ε */
  readonly epsilon: number;
  readonly epsilonInside: boolean;
  readonly centred: boolean;
}

/** All that the race depends on. */
export interface Settings {
  readonly rates: Readonly<Record<RacerName, number>>;
  readonly form: Form;
  /** How far the start lies off the ridge. */
  readonly offset: number;
  /** The axes of the data are the diagonals of the plane. */
  readonly turned: boolean;
}

export const steps = 240;
export const domain = [-1.5, 1.5] as const;
/** Height of the start on the ridge. */
export const startHeight = 0.3;
export const decays = [0.5, 0.9, 0.9375, 0.95, 0.99, 0.999] as const;
export const epsilons = [1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2] as const;
export const offsets = [0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1] as const;
export const rateRange = [1e-4, 5] as const;

/** RMSprop as it is defined in each of these places. */
export const conventions = {
  hinton: { title: 'Hinton', form: { decay: 0.9, epsilon: 1e-8, epsilonInside: false, centred: false } },
  pytorch: { title: 'PyTorch', form: { decay: 0.99, epsilon: 1e-8, epsilonInside: false, centred: false } },
  keras: { title: 'Keras', form: { decay: 0.9, epsilon: 1e-7, epsilonInside: true, centred: false } },
  centred: {
    title: 'PyTorch, centred',
    form: { decay: 0.99, epsilon: 1e-8, epsilonInside: false, centred: true },
  },
} as const satisfies Record<string, { readonly title: string; readonly form: Form }>;
export type ConventionName = keyof typeof conventions;

/**
 * The rates that `tuning.ts` finds from the usual start: the fewest steps until all but a hundredth of the way from
 * the saddle down to the minimum is done for good. A test searches again.
 */
export const tunedRates: Readonly<Record<RacerName, number>> = {
  sgd: 0.2,
  momentum: 0.2,
  nesterov: 0.2,
  adagrad: 0.5,
  rmsprop: 0.02,
  adam: 0.1,
};

/** One moment of a racer's course, before its next step. */
export interface Moment {
  readonly w: Pair;
  readonly loss: number;
  readonly gradient: Pair;
  /** What each part of the gradient is divided by in the next step; null for methods that do not divide. */
  readonly scale: Pair | null;
  /** What the next step takes each part of the gradient times: the effective learning rate of each axis. */
  readonly effective: Pair;
}

export interface Course {
  readonly moments: readonly Moment[];
  /** Steps until all but a hundredth of the way down from the saddle is done for good; null if not in time. */
  readonly arrival: number | null;
  /** The first moment whose loss is no number or enormous. */
  readonly divergedAt: number | null;
}
export type Courses = Readonly<Record<RacerName, Course>>;

export type Remedy = 'none' | 'clipping' | 'rmsprop';
export const remedies = ['none', 'clipping', 'rmsprop'] as const;

/** What the recurrent network's runs depend on. */
export interface Training {
  /** Of the recurrent weights at the start: 1 keeps the size of a signal, more makes it grow. */
  readonly gain: number;
  /** Of gradient descent with and without clipping. */
  readonly rate: number;
  /** The longest gradient that clipping lets pass. */
  readonly limit: number;
}
export const gains = [1, 1.3, 1.7, 2, 2.5] as const;
export const trainingRates = [0.05, 0.1, 0.2, 0.3, 0.5] as const;
export const limits = [0.5, 1, 2, 5] as const;
export const rmspropRate = 0.01;
export const trainingSteps = recallRun.steps;

/** Of each step so far. */
export interface Run {
  readonly norms: readonly number[];
  readonly losses: readonly number[];
  readonly accuracies: readonly number[];
}
export type Runs = Readonly<Record<Remedy, Run>>;

/** The two examples of the text this glossary began with: a small and a large gradient. */
export const exampleNames = ['small', 'large'] as const;
export type ExampleName = (typeof exampleNames)[number];
export const examples = {
  small: { gradient: 1e-5, root: 5e-5 },
  large: { gradient: 100, root: 25 },
} as const;

/** What RMSprop's step makes of an example under the present form. */
export interface Worked {
  /** The mean square there must have been before, so that its root is as wanted after; null if none could. */
  readonly before: number | null;
  /** g over the divisor, from the step itself; null if the example cannot occur. */
  readonly ratio: number | null;
  /** The largest ratio this decay allows: 1/√(1 − ρ), without ε. */
  readonly bound: number;
}

export interface State {
  readonly view: ViewName;
  readonly settings: Settings;
  readonly position: number;
  /** The racer whose divisors are shown. */
  readonly watched: RacerName;
  readonly playing: boolean;
  readonly courses: Courses | null;
  readonly computedFor: Settings | null;
  /** Losses over the plane, and whether they are of the turned data. */
  readonly field: { readonly turned: boolean; readonly losses: Float32Array } | null;
  readonly training: Training;
  /** The training step looked at; while there are fewer, the latest. */
  readonly trainingStep: number;
  readonly runs: Runs;
  /** The settings that `runs` belong to. */
  readonly runsFor: Training | null;
  readonly worked: Readonly<Record<ExampleName, Worked>> | null;
}

export const usual: Settings = {
  rates: tunedRates,
  form: conventions.hinton.form,
  offset: 1e-3,
  turned: false,
};
export const usualTraining: Training = { gain: 1.7, rate: 0.5, limit: 1 };

/** Training steps of the run that has come furthest; one whose numbers broke ends early. */
export const stepsDone = ({ runs }: Pick<State, 'runs'>): number =>
  Math.max(...remedies.map((remedy) => runs[remedy].norms.length));

/** The training step that can be shown. */
export const shownTrainingStep = (state: State): number => Math.min(state.trainingStep, stepsDone(state));

/** The moment that the step bar moves, and how many there are after the first. */
export const momentOf = (state: State): { readonly at: number; readonly last: number } =>
  state.view === 'recurrent'
    ? { at: shownTrainingStep(state), last: trainingSteps }
    : { at: state.position, last: steps };

const noRun: Run = { norms: [], losses: [], accuracies: [] };
export const noRuns: Runs = { none: noRun, clipping: noRun, rmsprop: noRun };

export const initial: State = {
  view: 'saddle',
  settings: usual,
  position: 30,
  watched: 'rmsprop',
  playing: false,
  courses: null,
  computedFor: null,
  field: null,
  training: usualTraining,
  trainingStep: trainingSteps,
  runs: noRuns,
  runsFor: null,
  worked: null,
};
