/** The site's icon in pixels, for systems that install it: `/icons/192.png`, `/icons/512.png`, `/icons/512-whole.png`. */

import type { APIRoute } from 'astro';
import { renderPng } from '../../site/cards/render-png.ts';
import { icon } from '../../site/icon.ts';

export const getStaticPaths = () =>
  [
    { file: '192', size: 192, bleed: false },
    { file: '512', size: 512, bleed: false },
    // Some systems cut a form of their own out of it.
    { file: '512-whole', size: 512, bleed: true },
  ].map(({ file, ...props }) => ({ params: { file }, props }));

export const GET: APIRoute = async ({ props }) =>
  new Response(await renderPng(icon({ bleed: props.bleed }), { width: props.size }), {
    headers: { 'Content-Type': 'image/png' },
  });
