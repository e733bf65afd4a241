import { openSearch } from '../site/api/open-search.ts';
import { reply } from '../site/api/reply.ts';

export const GET = () => reply('opensearch', openSearch());
