import { llmsText } from '../site/api/llms.ts';
import { loadGlossary } from '../site/api/records.ts';
import { reply } from '../site/api/reply.ts';

export const GET = async () => reply('txt', llmsText(await loadGlossary()));
