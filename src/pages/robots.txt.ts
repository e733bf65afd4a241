import { absolute } from '../site/address.ts';
import { reply } from '../site/api/reply.ts';

export const GET = () => reply('txt', `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`);
