import { absolute } from '../site/address.ts';
import { loadGlossary } from '../site/api/records.ts';
import { reply } from '../site/api/reply.ts';
import { sitemap } from '../site/api/sitemap.ts';
import { loadModels } from '../site/models/model-list.ts';
import { sitePages } from '../site/navigation.ts';

export const GET = async () => {
  const { url, updated, entries } = await loadGlossary();
  const pages = entries.map((entry) => ({ url: entry.url, changed: entry.reviewed }));
  const others = [
    ...sitePages.filter(({ path }) => !path.includes('#')).map(({ path }) => path),
    ...(await loadModels()).map(({ card }) => `/models/${card.id}/`),
  ].map((path) => ({ url: absolute(path), changed: updated }));
  return reply('xml', sitemap([{ url, changed: updated }, ...pages, ...others]));
};
