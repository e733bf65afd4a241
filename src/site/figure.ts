/** The drawing of a widget as it is before any script runs, made at build by running its models. */

import { didYouMean } from './nearest-name.ts';
import { readProjectFile } from './project-files.ts';

/** What `src/widgets/<name>/figure.ts` exports. */
interface Figure {
  /** Ids of the models it needs. */
  readonly models: readonly string[];
  /** Markup, usually with an SVG element. */
  renderFigure(read: ReadModel): Promise<string>;
  /** An SVG image for places that show the figure small; else it is the first image of the drawing. */
  renderCover?(read: ReadModel): Promise<string>;
}

type ReadModel = (id: string, file: string) => Promise<Uint8Array>;

const figures = import.meta.glob<Figure>('../widgets/*/figure.ts');
const styles = import.meta.glob<string>('../widgets/*/style.css', { query: '?inline', import: 'default' });

/** Drawings of this build: a figure stands in its entry, alone for embedding, and as a picture on the home page. */
const drawn = new Map<string, ReturnType<typeof draw>>();

/**
 * @param place the file that names the widget, for error messages
 * @throws Error if no widget has this name
 */
export function drawFigure(name: string, place: string): ReturnType<typeof draw> {
  // While writing, models and figures change under the server.
  if (!import.meta.env.PROD) return draw(name, place);
  const drawing = drawn.get(name) ?? draw(name, place);
  drawn.set(name, drawing);
  return drawing;
}

async function draw(name: string, place: string) {
  const load = figures[`../widgets/${name}/figure.ts`];
  if (!load) {
    const known = Object.keys(figures).map((path) => path.split('/').at(-2) ?? '');
    throw new Error(`${place}: widget "${name}" does not exist.${didYouMean(name, known)}`);
  }
  const { models, renderFigure, renderCover } = await load();
  const read: ReadModel = async (id, file) => new Uint8Array(await readProjectFile(`models/${id}/${file}`));
  const drawing = await renderFigure(read);
  const cover = (await renderCover?.(read)) ?? drawing;
  const style = await styles[`../widgets/${name}/style.css`]?.();
  return { models, drawing, cover, style };
}

/** Ids of the models that a figure runs; none if there is no such figure. */
export async function figureModels(name: string): Promise<readonly string[]> {
  return (await figures[`../widgets/${name}/figure.ts`]?.())?.models ?? [];
}
