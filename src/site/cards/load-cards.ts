/** Which entry has which card, and the cards as pixels. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { absolute } from '../address.ts';
import { figuresIn } from '../api/entry-text.ts';
import { type Entry, loadEntries } from '../entries.ts';
import { drawFigure } from '../figure.ts';
import { pictured, standAlone } from '../figure-picture.ts';
import { rawColour } from '../palette.ts';
import { project } from '../project.ts';
import tokens from '../styles/tokens.css?raw';
import { cardSize, drawCard } from './draw-card.ts';
import { flatStyles } from './flat-styles.ts';
import { renderPng } from './render-png.ts';

/** The card of pages that have no figure, nor an entry that shows their term. */
const general = 'glossary';

/** Cards by name: one for each entry with a figure that is a picture, and the general one. */
export async function cardNames(): Promise<string[]> {
  const entries = await loadEntries();
  const own = await Promise.all(entries.map(async (entry) => ((await figureOf(entry)) ? entry.id : [])));
  return [general, ...own.flat()];
}

const figureOf = ({ body = '' }: Entry) => pictured(figuresIn(body));

/** Address of the picture for a page: of its own figure, else of the first entry that shows its term. */
export async function cardAddress(entry?: Entry): Promise<string> {
  const entries = await loadEntries();
  const candidates = entry
    ? [entry, ...entry.data.shownIn.flatMap((id) => entries.find((one) => one.id === id) ?? [])]
    : [];
  for (const one of candidates) if (await figureOf(one)) return absolute(`/cards/${one.id}.png`);
  return absolute(`/cards/${general}.png`);
}

export async function cardPicture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const entry = (await loadEntries()).find(({ id }) => id === name);
  const colours = {
    paper: rawColour('paper-1'),
    ink: rawColour('ink-1'),
    muted: rawColour('ink-2'),
    accent: rawColour('red-1'),
  };
  const words = { title: entry?.data.term ?? project.name, glossary: entry ? project.name : '', colours };
  const widget = entry && (await figureOf(entry));
  const svg = drawCard({ ...words, ...(widget && (await figureWith(widget))) });
  return renderPng(svg, { width: cardSize.width, fonts: await fonts() });
}

async function figureWith(widget: string) {
  const { cover, style = '' } = await drawFigure(widget, `/cards/ of the figure ${widget}`);
  const figure = standAlone(cover, { style: '', theme: 'light' });
  // Words and numbers would be too small to read where the card is shown.
  return {
    figure,
    style: `${flatStyles(`${tokens}${style}`)} svg svg text{display:none}`.replace(/[<&]/g, ''),
  };
}

let cut: Promise<Uint8Array[]> | undefined;

/** The site's two families in the weights of the card, as files that resvg reads. */
function fonts(): Promise<Uint8Array[]> {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const letters = Array.from({ length: 0x17f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)).join('');
  cut ??= Promise.all(
    [
      {
        file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
        weight: 600,
      },
      { file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', weight: 400 },
    ].map(({ file, weight }) =>
      subsetFont(readFileSync(require.resolve(file)), letters, {
        targetFormat: 'truetype',
        variationAxes: { wght: weight },
      }),
    ),
  );
  return cut;
}
