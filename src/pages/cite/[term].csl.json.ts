import type { APIRoute } from 'astro';
import { reply } from '../../site/api/reply.ts';
import { citeEntry } from '../../site/bibliography/cite-entry.ts';
import { entryPaths } from '../../site/versions/cited-entry.ts';

export const getStaticPaths = entryPaths;
export const GET: APIRoute = ({ props }) => reply('csl', `${citeEntry(props.cited).csl}\n`);
