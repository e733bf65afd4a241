/** What the gallery shows of a part: its function, what it is for, and its states. */

export interface SpecimenState {
  readonly name: string;
  /** Makes the living part; called in the page alone. */
  readonly make: () => HTMLElement;
  /** Draws the same without script; parts that only act in a page have none. */
  readonly built?: () => string;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

export interface Specimen {
  readonly title: string;
  /** File and function in the kit. */
  readonly made: string;
  /** One or two sentences. */
  readonly says: string;
  readonly states: readonly SpecimenState[];
}

/** Where a state is set in the page. */
export const placeOf = (group: string, specimen: number, state: number): string =>
  `${group}-${specimen}-${state}`;
