/** Finds the names of entries in running text: terms, other names, abbreviations and their plurals. */

/** What is known of an entry by its names. */
export interface Named {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
}

/** A name in a text, and the one entry it stands for: names that two entries claim are left out. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

export type FindMentions = (text: string) => Mention[];

/** Names that prose mostly uses in another sense, or so often that a link to each would be a nuisance. */
const everyday = new Set(
  [
    'adaptive method',
    'annealing',
    'baseline accuracy',
    'batch',
    'bias',
    'chunker',
    'committee',
    'delta',
    'ensemble',
    'filter',
    'fitting',
    'inference',
    'intercept',
    'kernel',
    'label',
    'learning',
    'offset',
    'optimisation of the parameters',
    'perceptrons',
    'target',
    'training',
    'transpose',
    'unrolling',
    'velocity',
    'wall',
    'warm-up',
    'weights',
  ].map(key),
);

/** Names that differ in case, hyphens, dashes, apostrophes and spaces only are one. */
function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s‐‑–-]+/gu, ' ')
    .replaceAll('’', "'");
}

/** Abbreviations and names such as ReLU are written in one way; words may begin a sentence. */
const hasFixedCase = (name: string): boolean => name.length < 4 || /\p{L}\p{Lu}/u.test(name);

/** "local minimum" → "local minima", "loss" → "losses", "hidden layer" → "hidden layers". */
export function plural(name: string): string {
  if (/[mn]imum$|optimum$/.test(name)) return name.replace(/um$/, 'a');
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

interface Claim {
  readonly ids: Set<string>;
  /** Spellings that count, or none where any case does. */
  readonly fixed: Set<string> | undefined;
}

function claims(entries: readonly Named[]): Map<string, Claim> {
  const found = new Map<string, Claim>();
  const add = (id: string, name: string, own: boolean) => {
    const known = found.get(key(name));
    // A plural that somebody uses as a name of its own means that.
    if (known && !own && !known.ids.has(id)) return;
    const fixed = hasFixedCase(name) && (!known || known.fixed) ? (known?.fixed ?? new Set()) : undefined;
    fixed?.add(name);
    found.set(key(name), { ids: (known?.ids ?? new Set()).add(id), fixed });
  };
  // One letter is a symbol, not a name.
  const isName = (name: string) => name.length > 1 && !everyday.has(key(name));
  const names = entries.flatMap(({ id, term, aliases }) =>
    [term, ...aliases].filter(isName).map((name) => ({ id, name })),
  );
  for (const { id, name } of names) add(id, name, true);
  for (const { id, name } of names) add(id, plural(name), false);
  return found;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** One pattern for all names, the longest first. */
export function nameFinder(entries: readonly Named[]): FindMentions {
  const known = claims(entries);
  if (known.size === 0) return () => [];
  const words = [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => escaped(name).replaceAll(' ', '[\\s‐‑–-]').replaceAll("'", "['’]"));
  const within = '[\\p{L}\\p{N}_‐‑–-]';
  const pattern = new RegExp(`(?<!${within})(?:${words.join('|')})(?!${within})`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const claim = known.get(key(match));
      if (!claim || claim.ids.size > 1) return [];
      if (claim.fixed && !claim.fixed.has(match)) return [];
      const [id] = claim.ids;
      return [{ start: index, end: index + match.length, id }];
    });
}
