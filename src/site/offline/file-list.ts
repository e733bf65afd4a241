/** The files that a reader can keep, as `/offline-files.json` lists them, and what keeping them takes. */

import { z } from 'zod/mini';
import { type Kind, kinds } from './kinds.ts';

export interface OfflineFile {
  /** Below the base; a page by its address, the home page as an empty text. */
  readonly path: string;
  readonly kind: Kind;
  /** In bytes, before the server compresses it. */
  readonly size: number;
  /** The first twelve digits of its SHA-256. */
  readonly revision: string;
}

const list = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(kinds),
      size: z.number(),
      revision: z.string(),
    }),
  ),
});

/** @throws ZodError if the text of the list is another */
export const readList = (value: unknown): readonly OfflineFile[] => list.parse(value).files;

/** Revisions of what is kept, by path. */
export type Revisions = Readonly<Record<string, string>>;

/** What has to be fetched to keep all, what is kept and no longer exists, and how many bytes are to come. */
export function keepingPlan(files: readonly OfflineFile[], kept: Revisions) {
  const fetched = files.filter(({ path, revision }) => kept[path] !== revision);
  const paths = new Set(files.map(({ path }) => path));
  return {
    fetch: fetched,
    remove: Object.keys(kept).filter((path) => !paths.has(path)),
    bytes: totalSize(fetched),
  };
}

export const totalSize = (files: readonly { readonly size: number }[]): number =>
  files.reduce((total, { size }) => total + size, 0);

/** A size for people: "340 KB", "41.2 MB". */
export const sizeText = (bytes: number): string =>
  bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

export interface KindSum {
  readonly kind: Kind;
  readonly count: number;
  readonly size: number;
}

/** How much of each kind is in the store; files that the list does not name any more count without a size. */
export function sumByKind(
  files: readonly OfflineFile[],
  stored: readonly { path: string; kind: Kind }[],
): KindSum[] {
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  const unique = [...new Map(stored.map((one) => [one.path, one])).values()];
  return kinds.flatMap((kind) => {
    const own = unique.filter((one) => one.kind === kind);
    const size = own.reduce((total, { path }) => total + (sizes.get(path) ?? 0), 0);
    return own.length === 0 ? [] : [{ kind, count: own.length, size }];
  });
}
