/** The drawing of a widget as it is before any script runs, made at build by running its models. */

import {
  type Fields,
  type Settings,
  type SettingsSchema,
  startingAt,
  startSettings,
} from '../widgets/kit/settings.ts';
import { didYouMean } from './nearest-name.ts';
import { readProjectFile } from './project-files.ts';

/** What `src/widgets/<name>/figure.ts` exports. */
interface Figure {
  /** Ids of the models it needs. */
  readonly models: readonly string[];
  /** Its settings, without which no page can start it in a state of its own. */
  readonly schema?: SettingsSchema<Fields>;
  /**
   * Markup, usually with an SVG element.
   * @param settings to draw it with, where a page asks for other than the usual ones
   */
  renderFigure(read: ReadModel, settings?: Settings<Fields>): Promise<string>;
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
 * @param state settings to start with, as in a link without the widget's name
 * @throws Error if no widget has this name, or none of its settings are as `state` says
 */
export function drawFigure(name: string, place: string, state = ''): ReturnType<typeof draw> {
  // While writing, models and figures change under the server.
  if (!import.meta.env.PROD) return draw(name, place, state);
  const key = `${name}?${state}`;
  const drawing = drawn.get(key) ?? draw(name, place, state);
  drawn.set(key, drawing);
  return drawing;
}

async function draw(name: string, place: string, state: string) {
  const load = figures[`../widgets/${name}/figure.ts`];
  if (!load) {
    const known = Object.keys(figures).map((path) => path.split('/').at(-2) ?? '');
    throw new Error(`${place}: widget "${name}" does not exist.${didYouMean(name, known)}`);
  }
  const { models, schema, renderFigure, renderCover } = await load();
  const read: ReadModel = async (id, file) => new Uint8Array(await readProjectFile(`models/${id}/${file}`));
  const tag = `${place}: <Widget name="${name}" state="${state}">`;
  const settings = state === '' ? undefined : settingsFor(tag, schema, state);
  const drawing = await renderFigure(read, settings);
  const cover = (await renderCover?.(read)) ?? drawing;
  const style = await styles[`../widgets/${name}/style.css`]?.();
  return { models, drawing, cover, style };
}

/** @param tag for error messages: what a reader's link is forgiven is a mistake in an entry */
function settingsFor(
  tag: string,
  schema: SettingsSchema<Fields> | undefined,
  state: string,
): Settings<Fields> {
  if (!schema) throw new Error(`${tag}: this widget has one start only; its figure.ts exports no "schema"`);
  const { schema: started, notes } = startingAt(schema, state);
  if (notes.length > 0) throw new Error(`${tag}: ${notes.join(' ')}`);
  return startSettings(started);
}

/** Ids of the models that a figure runs; none if there is no such figure. */
export async function figureModels(name: string): Promise<readonly string[]> {
  return (await figures[`../widgets/${name}/figure.ts`]?.())?.models ?? [];
}
