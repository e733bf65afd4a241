import { loadGlossary } from '../site/api/records.ts';
import { replyJson } from '../site/api/reply.ts';
import { toJsonLd } from '../site/api/skos.ts';

export const GET = async () => replyJson(toJsonLd(await loadGlossary()), 'jsonld');
