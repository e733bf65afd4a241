/** What entries and docstrings name exists: sources, entries, widgets, files; and entries have their parts in order. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { expect, it } from 'vitest';
import { readBibliography } from '../src/site/bibliography/read.ts';
import { relations } from '../src/site/term-list.ts';
import { events, winters } from '../src/widgets/timeline/events.ts';
import { root, sourceFiles } from './support/source-files.ts';

/** Of an entry with a figure; an entry without one is short and has those of these parts that it needs. */
const sections = [
  'Intuition',
  'Demonstration',
  'Mathematics',
  'Source code',
  'What people get wrong',
  'Conventions that differ',
  'History',
];

const bibliography = 'content/sources.bib';
const sources = readBibliography(join(root, bibliography));
const known = sources.map(({ id }) => id);

const entries = sourceFiles(['content/entries'], ['.mdx']).map(({ path, text }) => {
  const { frontmatter, content } = parseFrontmatter(text);
  return { path, slug: path.replace(/^.*\/|\.mdx$/g, ''), frontmatter, content };
});
const slugs = entries.map(({ slug }) => slug);

/** What `pattern` captures in the text of each entry, with the entry. */
const found = (pattern: RegExp) =>
  entries.flatMap(({ path, content }) =>
    [...content.matchAll(pattern)].map((match) => ({ path, what: match[1] })),
  );

const cited = found(/\[(@[^[\]]+)\]/g).flatMap(({ path, what }) =>
  what.split(';').map((one) => ({ path, key: one.trim().replace(/^@|,.*$/g, '') })),
);

const keys = /[a-z]+(?:-[a-z]+)*-\d{4}[a-z]?(?:-[a-z0-9]+)*/g;
const inDocstrings = sourceFiles(['src'], ['.ts']).flatMap(({ path, text }) =>
  (text.match(/\/\*[\s\S]*?\*\/|\/\/.*/g) ?? []).flatMap((comment) =>
    [...comment.matchAll(new RegExp(`\\[(${keys.source}(?:[,;][^\\]]*)?)\\]`, 'g'))].flatMap(([, list]) =>
      (list.match(keys) ?? []).map((key) => ({ path, key })),
    ),
  ),
);

const timeline = 'content/timeline.json';
const dated = [...winters, ...events].flatMap(({ sources: named }) =>
  Object.keys(named).map((key) => ({ path: timeline, key })),
);

/** One line for each offence, "file: fact"; none is right. */
const expectNone = <T extends { path: string }>(offences: readonly T[], fact: (one: T) => string) =>
  expect(offences.map((one) => `${one.path}: ${fact(one)}`)).toEqual([]);

it('there are entries, citations in them and citations in docstrings to check', () =>
  expect([entries, cited, inDocstrings].map((list) => list.length > 1)).toEqual([true, true, true]));

it('every source that an entry, a docstring or the timeline cites is in the bibliography', () =>
  expectNone(
    [...cited, ...inDocstrings, ...dated].filter(({ key }) => !known.includes(key)),
    ({ key }) => `cites "${key}", which is not in ${bibliography}`,
  ));

it('every source in the bibliography is cited, has its place in the alphabet and a bare DOI if any', () => {
  const used = new Set([...cited, ...inDocstrings, ...dated].map(({ key }) => key));
  const dois = sources.flatMap(({ DOI }) => DOI ?? []);
  const unsorted = known.filter((key, i) => i > 0 && key < known[i - 1]);
  const offences = [
    ...known.filter((key) => !used.has(key)).map((key) => `"${key}" is cited nowhere`),
    ...unsorted.map((key) => `"${key}" is not in alphabetical order`),
    ...dois.filter((doi) => !/^10\.\d{4,9}\/\S+$/.test(String(doi))).map((doi) => `"${doi}" is not a DOI`),
    ...dois.filter((doi, i) => dois.indexOf(doi) !== i).map((doi) => `two sources have the DOI ${doi}`),
  ];
  expectNone(
    offences.map((offence) => ({ path: bibliography, offence })),
    ({ offence }) => offence,
  );
});

it('every entry that another names or links to exists', () => {
  const named = entries.flatMap(({ path, frontmatter }) =>
    relations.flatMap((field) =>
      ((frontmatter[field] ?? []) as string[]).map((slug) => ({ path, what: slug, as: field })),
    ),
  );
  const linked = found(/\]\(\/([^/#)]*)\/?[^)]*\)/g).map((link) => ({ ...link, as: 'a link' }));
  expectNone(
    [...named, ...linked].filter(({ what }) => !slugs.includes(what)),
    ({ what, as }) => `${as} names the entry "${what}", which does not exist`,
  );
});

it('every entry has the agreed parts in the agreed order, one with a figure all of them', () =>
  expectNone(
    entries
      .map(({ path, content }) => ({
        path,
        parts: [...content.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
        hasFigure: content.includes('<Widget'),
      }))
      .filter(({ parts, hasFigure }) => {
        const wanted = hasFigure ? sections : sections.filter((section) => parts.includes(section));
        return String(parts) !== String(wanted);
      }),
    ({ parts }) => `has the parts ${parts.join(' · ')}; agreed are ${sections.join(' · ')}`,
  ));

it('every widget that an entry shows has a folder with a figure and an element', () =>
  expectNone(
    found(/<Widget\s+name="([^"]*)"/g).filter(({ what }) =>
      ['figure.ts', 'element.ts'].some((file) => !existsSync(join(root, 'src/widgets', what, file))),
    ),
    ({ what }) => `src/widgets/${what} lacks figure.ts or element.ts`,
  ));

it('every source file that an entry shows exists and has at most 80 lines', () => {
  const lines = (path: string) =>
    existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').length : 0;
  expectNone(
    found(/<Source\s+of="([^"]*)"/g)
      .map((shown) => ({ ...shown, lines: lines(join(root, 'src', shown.what)) }))
      .filter((shown) => shown.lines === 0 || shown.lines > 80),
    ({ what, lines }) =>
      `shows src/${what}, which ${lines ? `has ${lines} lines; 80 are the most` : 'does not exist'}`,
  );
});

it('entries have no elements but Widget and Source', () =>
  expectNone(found(/<((?!Widget\b|Source\b)[a-zA-Z][\w.]*)/g), ({ what }) => `has the element <${what}>`));
