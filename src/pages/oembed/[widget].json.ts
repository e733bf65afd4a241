/** `/oembed/<widget>.json`: how another site shows the figure, as oEmbed 1.0. */

import type { APIRoute } from 'astro';
import { replyJson } from '../../site/api/reply.ts';
import { embedding, figurePaths } from '../../site/embed/load-figures.ts';
import { oembed } from '../../site/embed/oembed.ts';

export const getStaticPaths = figurePaths;

export const GET: APIRoute = ({ props }) => replyJson(oembed(embedding(props.figure)));
