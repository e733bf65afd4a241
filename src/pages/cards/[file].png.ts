/** `/cards/<entry>.png`: what other sites show beside a link. */

import type { APIRoute } from 'astro';
import { cardNames, cardPicture } from '../../site/cards/load-cards.ts';

export const getStaticPaths = async () => (await cardNames()).map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await cardPicture(params.file ?? ''), { headers: { 'Content-Type': 'image/png' } });
