import type { APIRoute } from 'astro';
import { recordPaths } from '../../site/api/records.ts';
import { replyJson } from '../../site/api/reply.ts';

export const getStaticPaths = recordPaths;
export const GET: APIRoute = ({ props }) => replyJson(props.record);
