/** `llms.txt`: the glossary as a list of links for language models (llmstxt.org). */

import type { GlossaryRecord } from './entry-record.ts';

export function llmsText({ name, description, url, licence, entries }: GlossaryRecord): string {
  const categories = Map.groupBy(entries, ({ category }) => category);
  const sections = [...categories].map(
    ([category, list]) =>
      `## ${category[0].toUpperCase()}${category.slice(1)}\n\n` +
      list.map(({ term, markdown, definition }) => `- [${term}](${markdown}): ${definition}`).join('\n'),
  );
  return [
    `# ${name}`,
    `> ${description}`,
    `Every entry is also a Markdown file, linked below. All of them as data: ${url}api/glossary.json. Cite the page of the entry; licence ${licence}.`,
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}
