/** `/figures/<widget>-<theme>.svg`: the drawing of a figure as a picture, for pages that show it small. */

import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { figuresIn } from '../../site/api/entry-text.ts';
import { picture, pictured } from '../../site/figure-picture.ts';

export async function getStaticPaths() {
  const entries = await getCollection('entries');
  const widgets = entries.flatMap(({ body }) => figuresIn(body ?? ''));
  const shown = await Promise.all(widgets.map((name) => pictured([name])));
  const names = new Set(shown.filter((name) => name !== undefined));
  return [...names].flatMap((name) =>
    ['light', 'dark'].map((theme) => ({ params: { file: `${name}-${theme}` }, props: { name, theme } })),
  );
}

export const GET: APIRoute = async ({ props }) =>
  new Response(await picture(props.name, props.theme), { headers: { 'Content-Type': 'image/svg+xml' } });
