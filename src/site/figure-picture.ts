/** A figure's drawing as an SVG file that stands alone: with its namespace, its styles and one theme's colours. */

import { drawFigure } from './figure.ts';
import tokens from './styles/tokens.css?raw';

/** Words and numbers would be too small to read where a picture is shown. */
const small = 'svg text { display: none } svg { overflow: hidden }';

/** The first of an entry's figures that has a drawing to show: one that is an image with a name of its own. */
export async function pictured(widgets: readonly string[]): Promise<string | undefined> {
  for (const name of widgets) {
    const { cover } = await drawFigure(name, `/figures/${name}-light.svg`);
    if (/<svg\b[^>]*\srole="img"/.test(cover)) return name;
  }
  return undefined;
}

/** @param theme `light` or `dark` */
export async function picture(name: string, theme: string): Promise<string> {
  const { cover, style = '' } = await drawFigure(name, `/figures/${name}-${theme}.svg`);
  try {
    return standAlone(cover, { style: `${tokens}${style}${small}`, theme });
  } catch (error) {
    throw new Error(`src/widgets/${name}/figure.ts: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * @param drawing markup with at least one SVG element that is an image, of which the first is taken
 * @throws Error if there is none, or if it has no size
 */
export function standAlone(drawing: string, { style, theme }: { style: string; theme: string }): string {
  const { attributes, content } = firstSvg(drawing);
  const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(attributes) ?? [];
  if (!height) throw new Error('the drawing has no viewBox');
  const css = style.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
  const own = attributes.replace(/ (xmlns(:\w+)?|width|height)="[^"]*"/g, '');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" data-theme="${theme}" ` +
    `width="${width}" height="${height}"${own}><style><![CDATA[${css}]]></style>` +
    `${asXml(content)}</svg>`
  );
}

/** Markup for pages may hold names of characters and attributes without a value; a file of its own may not. */
const asXml = (markup: string): string =>
  markup
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/"[^"]*"|\s[\w:-]+(?=[\s/>])/g, (part) => (part.startsWith('"') ? part : `${part}=""`)),
    );

/** The first SVG element that is an image, with all that it holds, other SVG elements too. */
function firstSvg(drawing: string): { attributes: string; content: string } {
  let depth = 0;
  let from: { attributes: string; start: number } | undefined;
  for (const tag of drawing.matchAll(/<svg\b([^>]*)>|<\/svg>/g)) {
    if (tag[0] !== '</svg>') {
      if (!from && !/\srole="img"/.test(tag[1])) continue;
      from ??= { attributes: tag[1], start: tag.index + tag[0].length };
      depth += 1;
    } else if (from) {
      depth -= 1;
      if (depth === 0) return { attributes: from.attributes, content: drawing.slice(from.start, tag.index) };
    }
  }
  throw new Error('the drawing holds no SVG element');
}
