import { loadGlossary } from '../../site/api/records.ts';
import { replyJson } from '../../site/api/reply.ts';

export const GET = async () => replyJson(await loadGlossary());
