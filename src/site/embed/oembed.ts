/** What another site needs to show a figure: a frame, a script that fits its height, and an oEmbed document of both. */

import { escaped } from '../api/sitemap.ts';
import { heightMessage } from './height-message.ts';

export interface Embedding {
  /** Whole address of the page that holds nothing but the figure. */
  readonly url: string;
  readonly title: string;
  /** Name and address of the glossary, which is author and provider. */
  readonly glossary: { readonly name: string; readonly url: string };
}

/** In CSS pixels; wide enough for drawing and controls side by side. */
const width = 960;
const height = 800;

export const frameCode = ({ url, title, glossary }: Embedding): string =>
  `<iframe src="${escaped(url)}" title="${escaped(`${title}: a figure of ${glossary.name}`)}" ` +
  `width="${width}" height="${height}" style="border: 0; max-width: 100%" loading="lazy" ` +
  `allow="fullscreen; clipboard-write; web-share"></iframe>`;

/** For the page around the frame. Compares windows, so that no other frame can set the height of ours. */
export const heightScript = `<script>
addEventListener('message', ({ data, source }) => {
  if (data?.type !== '${heightMessage}') return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.height;
});
</script>`;

/** A document of oEmbed 1.0, §2.3.4.4. */
export const oembed = (embedding: Embedding) => ({
  version: '1.0',
  type: 'rich',
  title: embedding.title,
  author_name: embedding.glossary.name,
  author_url: embedding.glossary.url,
  provider_name: embedding.glossary.name,
  provider_url: embedding.glossary.url,
  html: frameCode(embedding),
  width,
  height,
});
