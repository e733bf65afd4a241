/** The state of a verification and what it says; pure. */

import { formatBytes, formatDuration, formatNumber } from '../kit/number-format.ts';
import type { Hashes, Report } from './messages.ts';

export type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'starting' }
  | Extract<Report, { kind: 'loading' | 'training' | 'failed' }>
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'done';
      readonly files: readonly ComparedFile[];
      readonly steps: number;
      readonly milliseconds: number;
    };

/** One file three times: undefined where there is none of this name. */
export interface ComparedFile {
  readonly name: string;
  /** What the card of the model promises. */
  readonly promised: string | undefined;
  /** What the site hands out. */
  readonly served: string | undefined;
  /** What training here has made. */
  readonly retrained: string | undefined;
}

export function compare(promised: Hashes, served: Hashes, retrained: Hashes): ComparedFile[] {
  const names = new Set([promised, served, retrained].flatMap((hashes) => Object.keys(hashes)));
  return [...names].map((name) => ({
    name,
    promised: promised[name],
    served: served[name],
    retrained: retrained[name],
  }));
}

export const isSame = ({ promised, served, retrained }: ComparedFile): boolean =>
  promised !== undefined && promised === served && promised === retrained;

/** What came out for one file, as the end of a sentence that begins with its name. */
export function verdict(file: ComparedFile): string {
  if (isSame(file)) return 'the same bytes';
  if (file.retrained === undefined) return 'not made by this recipe';
  if (file.promised === undefined) return 'not named by the card';
  if (file.served !== file.promised) return 'the file here is not the one the card names';
  return 'retraining gave other bytes';
}

/** The share that is done, from 0 to 1; null where that is not known. */
export function progressOf(state: State): number | null {
  if (state.kind === 'loading') return state.total > 0 ? state.loaded / state.total : null;
  if (state.kind === 'training') return state.step / state.most;
  return null;
}

export function sentence(state: State): string {
  switch (state.kind) {
    case 'waiting':
      return '';
    case 'starting':
      return 'Starting.';
    case 'loading':
      return `Loading the runtime: ${formatBytes(state.loaded)} of ${formatBytes(state.total)}.`;
    case 'training':
      return `Training: step ${state.step} of at most ${state.most}, loss ${formatNumber(state.loss)}.`;
    case 'stopped':
      return 'Stopped; nothing was compared.';
    case 'failed':
      return `It could not be retrained here: ${state.reason}.`;
    case 'done': {
      const same = state.files.filter(isSame).length;
      const work = `Retrained here in ${state.steps} steps and ${formatDuration(state.milliseconds)}.`;
      return same === state.files.length
        ? `${work} All ${same} files are the same, byte for byte.`
        : `${work} ${same} of ${state.files.length} files are the same.`;
    }
  }
}
