/** The pages besides the entries. */

/** Ways to an entry without a search, named in the search dialog and at the foot of every page. */
export const browsing = [
  { path: '/#a-z', name: 'A–Z' },
  { path: '/#categories', name: 'Categories' },
  { path: '/map/', name: 'Map' },
  { path: '/figures/', name: 'Figures' },
  { path: '/timeline/', name: 'Timeline' },
  { path: '/people/', name: 'People' },
  { path: '/bibliography/', name: 'Bibliography' },
  { path: '/models/', name: 'Models' },
] as const;

/** As the foot of every page and the sitemap name them. */
export const sitePages = [
  ...browsing,
  { path: '/notation/', name: 'Notation' },
  { path: '/kit/', name: 'Parts of the figures' },
  { path: '/offline/', name: 'Offline' },
] as const;
