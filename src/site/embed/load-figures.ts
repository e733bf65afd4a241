/** The figures of this site's entries, with what their frames need. */

import { absolute, address } from '../address.ts';
import { loadEntries } from '../entries.ts';
import { project } from '../project.ts';
import { embeddedFigures } from './embedded-figures.ts';
import type { Embedding } from './oembed.ts';

export const loadFigures = async () => embeddedFigures(await loadEntries());

/** Paths of one page for each figure, with the figure. */
export const figurePaths = async () =>
  (await loadFigures()).map((figure) => ({ params: { widget: figure.name }, props: { figure } }));

export const embedding = ({ name, title }: { name: string; title: string }): Embedding => ({
  url: absolute(`/embed/${name}/`),
  title,
  glossary: { name: project.name, url: absolute('/') },
});

export const oembedAddress = (name: string): string => address(`/oembed/${name}.json`);
