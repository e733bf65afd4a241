import { getCollection } from 'astro:content';
import { replyJson } from '../site/api/reply.ts';

/** The bibliography as CSL-JSON. */
export const GET = async () => replyJson((await getCollection('sources')).map(({ data }) => data));
