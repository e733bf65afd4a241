/** A figure's drawing as an SVG file that stands alone: with its namespace, its styles and one theme's colours. */

import { drawFigure } from './figure.ts';
import tokens from './styles/tokens.css?raw';

/** Words and numbers would be too small to read where a picture is shown. */
const small = 'svg text { display: none } svg { overflow: hidden }';

/** @param theme `light` or `dark` */
export async function picture(name: string, theme: string): Promise<string> {
  const { drawing, style = '' } = await drawFigure(name, `/figures/${name}-${theme}.svg`);
  const found = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(drawing);
  if (!found) throw new Error(`src/widgets/${name}/figure.ts: the drawing holds no SVG element`);
  const [, attributes, content] = found;
  const [, , , width, height] = /viewBox="([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)"/.exec(attributes) ?? [];
  if (!height) throw new Error(`src/widgets/${name}/figure.ts: the drawing has no viewBox`);
  const css = `${tokens}${style}${small}`.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" data-theme="${theme}" ` +
    `width="${width}" height="${height}"${attributes.replace(/ xmlns(:\w+)?="[^"]*"/g, '')}>` +
    `<style><![CDATA[${css}]]></style>${content}</svg>`
  );
}
