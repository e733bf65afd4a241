/** The picture that other sites show beside a link to an entry: its term, and its figure as the model drew it. */

import { escaped } from '../api/sitemap.ts';

/** As the Open Graph protocol's readers expect it. */
export const cardSize = { width: 1200, height: 630 };
const margin = 64;
const titleSize = 60;
const lineHeight = 70;
/** Letters that fit beside the figure; the longest word of a term is "Backpropagation". */
const longestLine = 15;

export interface Card {
  readonly title: string;
  readonly glossary: string;
  /** One SVG element with its viewBox; none for a card of words alone. */
  readonly figure?: string;
  /** Rules for the figure, with bare values. */
  readonly style?: string;
  readonly colours: {
    readonly paper: string;
    readonly ink: string;
    readonly muted: string;
    readonly accent: string;
  };
}

export function drawCard({ title, glossary, figure, style = '', colours }: Card): string {
  const { width, height } = cardSize;
  const lines = wrapped(title, figure ? longestLine : 2 * longestLine);
  const side = height - 2 * margin;
  const top = height / 2 - ((lines.length - 1) * lineHeight) / 2;
  const text = lines.map(
    (line, i) =>
      `<text x="${margin}" y="${top + i * lineHeight}" dy="0.3em" font-family="Source Serif 4" font-weight="600" font-size="${titleSize}" fill="${colours.ink}">${escaped(line)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<style>${style}</style><rect width="${width}" height="${height}" fill="${colours.paper}"/>` +
    `<rect x="${margin}" y="${margin}" width="56" height="6" fill="${colours.accent}"/>` +
    `${text.join('')}<text x="${margin}" y="${height - margin}" font-family="Source Sans 3" font-size="26" fill="${colours.muted}">${escaped(glossary)}</text>` +
    `${figure ? placed(figure, { x: width - margin - side, y: margin, side }) : ''}</svg>`
  );
}

/** The figure in a square of the card, as large as it fits. */
function placed(figure: string, { x, y, side }: { x: number; y: number; side: number }): string {
  const [tag] = /^<svg\b[^>]*>/.exec(figure) ?? [];
  if (!tag || !/ viewBox="/.test(tag))
    throw new Error('the figure of a card is one SVG element with a viewBox');
  const own = tag.slice(4, -1).replace(/ (xmlns(:\w+)?|width|height|x|y|preserveAspectRatio)="[^"]*"/g, '');
  return `<svg x="${x}" y="${y}" width="${side}" height="${side}" preserveAspectRatio="xMaxYMid meet"${own}>${figure.slice(tag.length)}`;
}

/** Words in lines of at most so many letters; a longer word has a line of its own. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
