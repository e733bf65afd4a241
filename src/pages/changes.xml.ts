import { changesFeed } from '../site/api/changes-feed.ts';
import { loadGlossary } from '../site/api/records.ts';
import { reply } from '../site/api/reply.ts';

export const GET = async () => reply('atom', changesFeed(await loadGlossary()));
