/** What the page and the worker that retrains a model say to each other. */

/** Of a file: lower-case hexadecimal SHA-256, by name. */
export type Hashes = Readonly<Record<string, string>>;

export interface Order {
  /** Name of the recipe. */
  readonly id: string;
  /** Absolute address of the folder with the runtime's files, ending in "/". */
  readonly runtime: string;
}

export type Report =
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'training'; readonly step: number; readonly most: number; readonly loss: number }
  | { readonly kind: 'done'; readonly hashes: Hashes; readonly steps: number }
  | { readonly kind: 'failed'; readonly reason: string };
