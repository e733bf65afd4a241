/** What a system needs to install the site as an application. */

import { address } from '../site/address.ts';
import { rawColour } from '../site/palette.ts';
import { project } from '../site/project.ts';

const picture = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: address(`/icons/${file}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export const GET = () =>
  new Response(
    `${JSON.stringify(
      {
        name: project.name,
        short_name: project.shortName,
        description: project.description,
        lang: 'en',
        dir: 'ltr',
        categories: ['education', 'reference', 'science'],
        id: address('/'),
        start_url: address('/'),
        scope: address('/'),
        display: 'standalone',
        background_color: rawColour('paper-1'),
        theme_color: rawColour('paper-1'),
        icons: [
          picture('192', 192, 'any'),
          picture('512', 512, 'any'),
          picture('512-whole', 512, 'maskable'),
        ],
        shortcuts: [
          { name: 'All entries from A to Z', short_name: 'A–Z', url: address('/#a-z') },
          { name: 'All figures', short_name: 'Figures', url: address('/figures/') },
          { name: 'Offline', url: address('/offline/') },
        ],
      },
      null,
      2,
    )}\n`,
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );
