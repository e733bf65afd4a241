/** What the text of an entry says to programs: the works it cites, the figures it embeds. */

/** Keys of the works that a text cites, in order of first citation. */
export function citedKeys(body: string): string[] {
  const keys = [...body.matchAll(/\[(@[^[\]]+)\]/g)].flatMap(([, list]) =>
    list.split(';').map((item) => item.trim().replace(/^@|,.*$/g, '')),
  );
  return [...new Set(keys)];
}

/** Names of the figures that a text embeds. */
export const figuresIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/<Widget\s+name="([^"]+)"/g)].map(([, name]) => name)),
];
