/** An entry as one Markdown file: for readers of plain text, and for programs that quote it. */

import { absolute } from '../address.ts';
import type { Entry } from '../entries.ts';
import { project } from '../project.ts';
import { citedKeys } from './entry-text.ts';
import { entryUrl } from './records.ts';

/**
 * @param reference a work as plain text, by its key
 * @returns definition, text with numbered citations, and the list of sources
 */
export function markdownEntry({ id, data, body = '' }: Entry, reference: (key: string) => string): string {
  const keys = citedKeys(body);
  const text = body
    .replace(/\[(@[^[\]]+)\]/g, (_, list: string) => `[${list.split(';').map(numbered).join('; ')}]`)
    .replace(
      /<Widget\s+name="[^"]+"[^>]*>([\s\S]*?)<\/Widget>/g,
      (_, caption: string) => `> Figure, which runs at <${entryUrl(id)}>: ${caption.trim()}`,
    )
    .replace(/<Source\s+of="([^"]+)"\s*\/>/g, (_, path: string) => `> Source file: \`src/${path}\``)
    .replace(/\]\((\/[^)]*)\)/g, (_, path: string) => `](${absolute(path)})`)
    .replace(/\{\/\*[\s\S]*?\*\/\}\n?/g, '')
    .trim();
  const sources = keys.map((key, i) => `${i + 1}. ${reference(key)}`);
  return [
    `# ${data.term}`,
    data.summary,
    ...(data.aliases.length > 0 ? [`Also called: ${data.aliases.join('; ')}.`] : []),
    text,
    ...(sources.length > 0 ? [`## Sources\n\n${sources.join('\n')}`] : []),
    `---\n\n${project.name}, <${entryUrl(id)}>, reviewed ${data.reviewed}. Licence: ${project.licence.content.name}.`,
  ]
    .join('\n\n')
    .concat('\n');

  function numbered(item: string): string {
    const [, key, locator] = /^@([^\s,]+)(,.*)?$/.exec(item.trim()) ?? [];
    return `${keys.indexOf(key) + 1}${locator ?? ''}`;
  }
}
