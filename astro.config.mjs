import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import offline from './src/site/integrations/offline.ts';
import searchIndex from './src/site/integrations/search-index.ts';
import { citations } from './src/site/markdown/citations.ts';
import { equationParts } from './src/site/markdown/equation-parts.ts';
import { equations } from './src/site/markdown/equations.ts';
import { gluedPunctuation } from './src/site/markdown/glued-punctuation.ts';
import { internalLinks } from './src/site/markdown/internal-links.ts';
import { numberedEquations } from './src/site/markdown/numbered-equations.ts';
import { scrollableTables } from './src/site/markdown/scrollable-tables.ts';
import { spokenEquations } from './src/site/markdown/spoken-equations.ts';
import { symbolLinks } from './src/site/markdown/symbol-links.ts';
import { termLinks } from './src/site/markdown/term-links.ts';
import { unbrokenPercent } from './src/site/markdown/unbroken-percent.ts';
import { equationFonts } from './src/site/typography/equation-fonts.ts';
import { fonts } from './src/site/typography/fonts.ts';

const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  // A reserved name: whoever publishes the site gives the real address.
  site: process.env.SITE_URL ?? 'https://live-glossary.example',
  base,
  trailingSlash: 'always',
  // Lossless: the default drops the space between a word and a link on the next line.
  compressHTML: true,
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  fonts,
  integrations: [mdx(), searchIndex(), offline()],
  markdown: {
    processor: unified({
      remarkPlugins: [
        remarkMath,
        [citations, { bibliography: fileURLToPath(new URL('content/sources.bib', import.meta.url)) }],
      ],
      rehypePlugins: [
        [rehypeKatex, { strict: 'error' }],
        equations,
        spokenEquations,
        symbolLinks,
        equationParts,
        numberedEquations,
        gluedPunctuation,
        unbrokenPercent,
        [internalLinks, { base }],
        [termLinks, { base, entries: fileURLToPath(new URL('content/entries', import.meta.url)) }],
        scrollableTables,
      ],
    }),
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
    },
  },
  vite: {
    plugins: [equationFonts()],
    // The worker loads its runtimes late, which only a module can.
    worker: { format: 'es' },
    build: {
      // Fonts are fetched where their characters occur; within a style sheet every page would carry them.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rolldownOptions: {
        // Astro marks entries with a directive of its own, which the bundler then reports once for each of them.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
    environments: {
      client: {
        // Takes onnxruntime-web's builds without an embedded copy of the runtime: the pages load the
        // files under /runtime/ instead, and no second copy is emitted.
        resolve: {
          conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'],
        },
      },
    },
    // At build, figures run models through the package's own Node export, which finds its files beside itself.
    ssr: { external: ['onnxruntime-web', 'onnxruntime-common'] },
    optimizeDeps: {
      exclude: ['onnxruntime-web'],
      // Figures are fetched late; their libraries are prepared early, so that `npm run dev` need not reload the page.
      entries: ['src/widgets/*/element.ts'],
    },
  },
});
