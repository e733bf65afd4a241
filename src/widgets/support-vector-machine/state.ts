/** What the figure of a support vector machine knows at any moment. */

export const setNames = ['circles', 'line'] as const;
export type SetName = (typeof setNames)[number];

export const kernelNames = ['linear', 'square', 'radial'] as const;
export type KernelName = (typeof kernelNames)[number];

export const costs = [0.1, 1, 10, 100] as const;
export type Cost = (typeof costs)[number];

/** A training point and what the machine makes of it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  /** 0 for all but the support vectors; the cost for those that violate the margin. */
  readonly alpha: number;
  readonly score: number;
}

export interface Machine {
  readonly points: readonly Point[];
  /** Scores on the grid of the drawing, row by row from below. */
  readonly land: Float32Array;
  readonly rightOfTraining: number;
  readonly heldOut: number;
  readonly rightOfHeldOut: number;
  /** Pairs of multipliers that were solved for. */
  readonly steps: number;
}

export interface State {
  readonly set: SetName;
  readonly kernel: KernelName;
  readonly cost: Cost;
  /** Null until it has been computed for these settings. */
  readonly machine: Machine | null;
}

export const isSupport = ({ alpha }: Point): boolean => alpha > 0;
export const violates = ({ cost }: State, { alpha }: Point): boolean => alpha === cost;

/** Numbers of support vectors, and of those among them that violate the margin. */
export function counts(state: State): { readonly support: number; readonly violating: number } {
  const points = state.machine?.points ?? [];
  return {
    support: points.filter(isSupport).length,
    violating: points.filter((point) => violates(state, point)).length,
  };
}
