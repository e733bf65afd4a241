import { loadGlossary } from '../site/api/records.ts';
import { reply } from '../site/api/reply.ts';
import { toTurtle } from '../site/api/skos.ts';

export const GET = async () => reply('ttl', toTurtle(await loadGlossary()));
