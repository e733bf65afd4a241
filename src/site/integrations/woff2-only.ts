/** KaTeX's stylesheet names every font in three formats. Browsers that run this site read WOFF2; the others stay out. */

import type { Plugin } from 'vite';

export function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(css, id) {
      if (!/katex(\.min)?\.css/.test(id)) return undefined;
      return css.replace(/,\s*url\([^)]*\)\s*format\(["'](?:woff|truetype)["']\)/g, '');
    },
  };
}
