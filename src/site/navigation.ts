/** The pages besides the entries, as the foot of every page and the sitemap name them. */

export const sitePages = [
  { path: '/#a-z', name: 'A–Z' },
  { path: '/figures/', name: 'Figures' },
  { path: '/map/', name: 'Map of the terms' },
  { path: '/models/', name: 'Models' },
  { path: '/bibliography/', name: 'Bibliography' },
  { path: '/people/', name: 'People' },
  { path: '/kit/', name: 'Parts of the figures' },
  { path: '/offline/', name: 'Offline' },
] as const;
