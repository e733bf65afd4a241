/** Which sources are used: an unused one is a mistake, of a text that was changed or of the bibliography. */

import { citedKeys } from '../api/entry-text.ts';

/** Keys within what a docstring or a comment of the code sets in brackets, as in [goodfellow-2016, §6.2]. */
const keys = /[a-z]+(?:-[a-z]+)*-\d{4}[a-z]?(?:-[a-z0-9]+)*/g;
const comments = /\/\*[\s\S]*?\*\/|\/\/.*/g;

export interface Texts {
  /** Of entries. */
  readonly entries: readonly string[];
  /** Of the project's own code. */
  readonly code: readonly string[];
  /** Data of the content, as JSON: a key stands in quotes. */
  readonly data: readonly string[];
}

export function usedKeys({ entries, code, data }: Texts): Set<string> {
  const bracketed = code.flatMap((text) =>
    (text.match(comments) ?? []).flatMap((comment) => comment.match(/\[[^[\]]*\]/g) ?? []),
  );
  const quoted = data.flatMap((text) => text.match(/"[^"\n]*"/g) ?? []);
  return new Set([
    ...entries.flatMap(citedKeys),
    ...[...bracketed, ...quoted].flatMap((text) => text.match(keys) ?? []),
  ]);
}

/** @throws Error that names every source that is nowhere cited */
export function expectAllUsed(known: readonly string[], texts: Texts): void {
  const used = usedKeys(texts);
  const unused = known.filter((key) => !used.has(key));
  if (unused.length > 0)
    throw new Error(
      `content/sources.bib: nothing cites ${unused.map((key) => `"${key}"`).join(', ')}. Cite or remove.`,
    );
}
