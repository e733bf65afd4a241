import { loadGlossary } from '../site/api/records.ts';
import { reply } from '../site/api/reply.ts';
import { sitemap } from '../site/api/sitemap.ts';

export const GET = async () => {
  const { url, updated, entries } = await loadGlossary();
  const pages = entries.map((entry) => ({ url: entry.url, changed: entry.reviewed }));
  return reply('xml', sitemap([{ url, changed: updated }, ...pages]));
};
