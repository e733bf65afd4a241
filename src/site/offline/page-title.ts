/** What a built page calls itself, without the name of the site. */

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Undefined for a page without a title. */
export const pageTitle = (html: string): string | undefined =>
  /<title>([^<]*?)(?: · [^·<]*)?<\/title>/
    .exec(html)?.[1]
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (escaped) => characters[escaped]);
