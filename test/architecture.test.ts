/** Who may import whom. */

import { describe, expect, it } from 'vitest';
import { type Import, importsOf } from './support/imports-of.ts';
import { type SourceFile, sourceFiles } from './support/source-files.ts';

interface Layer {
  /** Folders and files under src/ it may import besides its own. */
  readonly files: readonly string[];
  /** Files outside src/ that it may. */
  readonly outside?: readonly string[];
  /** Packages it may import; `*` stands for any ending. */
  readonly packages: readonly string[];
  /** Packages it may not, although a `*` lets them in. */
  readonly but?: readonly string[];
}

const site: Layer = {
  files: ['widgets', 'recipes/model-card.ts', 'content.config.ts'],
  packages: ['*'],
  but: ['onnxruntime-*'],
};

const layers: Readonly<Record<string, Layer>> = {
  graph: { files: [], packages: [] },
  trainer: { files: ['graph'], packages: [] },
  onnx: { files: ['graph'], packages: [] },
  runtime: { files: ['graph/session.ts', 'graph/value.ts'], packages: ['onnxruntime-*'] },
  datasets: { files: ['trainer/initializers/random.ts'], packages: [] },
  recipes: { files: ['trainer', 'graph', 'datasets'], packages: ['zod'] },
  widgets: {
    files: ['recipes', 'trainer', 'onnx', 'runtime', 'graph', 'datasets', 'widgets/kit'],
    // What the timeline tells is content; its figure draws it as others draw their models.
    outside: ['content/timeline.json'],
    packages: ['*'],
    but: ['astro*', '@astrojs/*', 'pagefind', 'onnxruntime-*', 'node:*'],
  },
  site,
  pages: { ...site, files: ['site', 'recipes/model-card.ts', 'content.config.ts'] },
  'content.config.ts': { ...site, files: ['site', 'recipes/model-card.ts'] },
  'astro.config.mjs': { ...site, files: ['site'] },
  scripts: {
    files: ['graph', 'trainer', 'onnx', 'runtime', 'datasets', 'recipes'],
    packages: ['*'],
    but: ['astro*', '@astrojs/*'],
  },
};

const code = [
  ...sourceFiles(['src', 'scripts'], ['.ts', '.astro', '.mjs', '.js']),
  ...sourceFiles(['.'], ['astro.config.mjs']).filter(({ path }) => path === 'astro.config.mjs'),
];

/** The row of the table a file stands in, and the folder whose files it may always import. */
function layerOf(path: string): { name: string; own: string } {
  const [first, second, third] = path.split('/');
  if (first !== 'src') return { name: first, own: first };
  // No widget may import another: each is a layer of its own under the same row.
  return { name: second, own: second === 'widgets' ? `src/widgets/${third}` : `src/${second}` };
}

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const named = (name: string, patterns: readonly string[] = []): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

function isAllowed(file: SourceFile, { path, package: name, raw }: Import): boolean {
  const { name: row, own } = layerOf(file.path);
  const layer = layers[row];
  if (name) return named(name, layer.packages) && !named(name, layer.but);
  // A page that shows a file's text does not run it.
  if (raw && (row === 'site' || row === 'pages')) return true;
  return (
    within(path as string, own) ||
    layer.files.some((one) => within(path as string, `src/${one}`)) ||
    (layer.outside ?? []).includes(path as string)
  );
}

function rule(row: string): string {
  const { files, outside = [], packages, but } = layers[row];
  const allowed = [...files, ...outside, ...packages.map((one) => (one === '*' ? 'packages' : one))];
  if (allowed.length === 0) return `${row} may import nothing`;
  return `${row} may import ${allowed.join(', ')}${but ? `, but not ${but.join(', ')}` : ''}`;
}

describe('the import table', () => {
  it('knows a row for every file', () => {
    const homeless = code.filter(({ path }) => !(layerOf(path).name in layers)).map(({ path }) => path);
    expect(homeless).toEqual([]);
  });

  it.each(Object.keys(layers))('holds for %s', (row) => {
    const files = code.filter(({ path }) => layerOf(path).name === row);
    const offences = files.flatMap((file) =>
      importsOf(file)
        .filter((one) => !isAllowed(file, one))
        .map(({ specifier }) => `${file.path} imports ${specifier}: ${rule(row)}`),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(offences).toEqual([]);
  });

  it.each([
    { file: 'src/graph/autodiff.ts', specifier: '../onnx/model.ts', allowed: false },
    { file: 'src/graph/autodiff.ts', specifier: 'node:fs', allowed: false },
    { file: 'src/runtime/web.ts', specifier: '../graph/ops/add.ts', allowed: false },
    { file: 'src/runtime/web.ts', specifier: 'onnxruntime-web/webgpu', allowed: true },
    { file: 'src/recipes/x.ts', specifier: '../runtime/node.ts', allowed: false },
    { file: 'src/widgets/a/view.ts', specifier: '../b/view.ts', allowed: false },
    { file: 'src/widgets/a/view.ts', specifier: '../kit/plot.ts', allowed: true },
    { file: 'src/widgets/kit/plot.ts', specifier: '../a/view.ts', allowed: false },
    { file: 'src/widgets/a/view.ts', specifier: 'astro:content', allowed: false },
    { file: 'src/widgets/a/view.ts', specifier: '../../../content/timeline.json', allowed: true },
    { file: 'src/widgets/a/view.ts', specifier: '../../../content/sources.bib', allowed: false },
    { file: 'src/site/x.ts', specifier: '../graph/value.ts', allowed: false },
    { file: 'src/site/x.ts', specifier: '../graph/value.ts?raw', allowed: true },
    { file: 'src/pages/x.astro', specifier: '../widgets/a/element.ts', allowed: false },
    { file: 'scripts/train.ts', specifier: '../src/site/x.ts', allowed: false },
    { file: 'scripts/train.ts', specifier: '../test/x.ts', allowed: false },
  ])('for $specifier in $file says $allowed', ({ file: path, specifier, allowed }) => {
    const file = { path, text: `import { x } from '${specifier}';` };
    expect(isAllowed(file, importsOf(file)[0])).toBe(allowed);
  });

  it('reads every form of import', () => {
    const text = [
      `import { a } from '../graph/a.ts';`,
      `import type {\n  B,\n} from "zod";`,
      `import './side.css';`,
      `export * from './more.ts';`,
      `const later = await import('../onnx/c.ts');`,
      `const text = await import('../trainer/d.ts?raw');`,
      `const all = import.meta.glob<{ default: string }>(['../widgets/*/element.ts', '!../site/e.ts']);`,
      `import { readFile } from 'node:fs/promises';`,
      `import { f } from '@scope/name/deep.js';`,
      `// import { g } from './not-this.ts';`,
      `/** import { h } from './nor-this.ts' */`,
    ].join('\n');
    const found = importsOf({ path: 'src/runtime/x.ts', text });
    expect(found.map((one) => one.path ?? one.package).sort()).toEqual(
      [
        'src/graph/a.ts',
        'zod',
        'src/runtime/side.css',
        'src/runtime/more.ts',
        'src/onnx/c.ts',
        'src/trainer/d.ts',
        'src/widgets/*/element.ts',
        'src/site/e.ts',
        'node:fs',
        '@scope/name',
      ].sort(),
    );
    expect(found.filter((one) => one.raw).map((one) => one.path)).toEqual(['src/trainer/d.ts']);
  });
});

describe('entries', () => {
  it('are prose: they neither import nor export', () => {
    const offences = sourceFiles(['content'], ['.mdx'])
      .filter(({ text }) => /^(import|export)\s/m.test(text.replace(/^```[\s\S]*?^```/gm, '')))
      .map(({ path }) => path);
    expect(offences).toEqual([]);
  });
});
