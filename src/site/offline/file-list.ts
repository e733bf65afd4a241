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
  /** What a page calls itself. */
  readonly title?: string | undefined;
}

const list = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(kinds),
      size: z.number(),
      revision: z.string(),
      title: z.optional(z.string()),
    }),
  ),
});

/** @throws ZodError if the text of the list is another */
export const readList = (value: unknown): readonly OfflineFile[] => list.parse(value).files;

/** Revisions of what is kept, by path. */
export type Revisions = Readonly<Record<string, string>>;

export const revisionsOf = (files: readonly OfflineFile[]): Revisions =>
  Object.fromEntries(files.map(({ path, revision }) => [path, revision]));

/** The files that are to come where these revisions are kept. */
export const missingFiles = (files: readonly OfflineFile[], kept: Revisions): readonly OfflineFile[] =>
  files.filter(({ path, revision }) => kept[path] !== revision);

/** Pages come after what they are drawn with, so that an interrupted run leaves none without it; the largest come last. */
const order: readonly Kind[] = ['asset', 'search', 'page', 'picture', 'model', 'runtime'];

export const inKeepingOrder = (files: readonly OfflineFile[]): readonly OfflineFile[] =>
  [...files].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));

export const totalSize = (files: readonly { readonly size: number }[]): number =>
  files.reduce((total, { size }) => total + size, 0);

/** A size for people: "340 KB", "41.2 MB", "10.7 GB". */
export function sizeText(bytes: number): string {
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return bytes < 999_950_000 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

export interface KindSum {
  readonly kind: Kind;
  readonly count: number;
  readonly size: number;
}

/** How much of each kind is stored; files that the list does not name any more count without a size. */
export function sumByKind(
  files: readonly OfflineFile[],
  stored: readonly { readonly path: string; readonly kind: Kind }[],
): KindSum[] {
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  return kinds.flatMap((kind) => {
    const own = stored.filter((one) => one.kind === kind);
    const size = own.reduce((total, { path }) => total + (sizes.get(path) ?? 0), 0);
    return own.length === 0 ? [] : [{ kind, count: own.length, size }];
  });
}
