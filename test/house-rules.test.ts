/** What may stand where: names and lengths of files, colours, sources of chance. */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root, type SourceFile, sourceFiles, withoutComments } from './support/source-files.ts';

describe('files', () => {
  const sources = sourceFiles(['src', 'scripts'], ['.ts', '.astro', '.css', '.mjs']);

  it('hold at most 200 lines', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 200)
      .map(({ path, lines }) => `${path} has ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('are named after what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|common|managers?|misc|lib)(\.[a-z]+|\/)/i;
    const offences = [...sources, ...sourceFiles(['test'], ['.ts'])]
      .map(({ path }) => path)
      .filter((path) => vague.test(path));
    expect(offences).toEqual([]);
  });

  it('at the top are exactly those a newcomer is told of', () => {
    const made = ['node_modules', 'dist', 'coverage'];
    const names = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(names.sort()).toEqual(
      [
        'CITATION.cff',
        'CONTRIBUTING.md',
        'LICENSE',
        'README.md',
        'astro.config.mjs',
        'content',
        'models',
        'package-lock.json',
        'package.json',
        'scripts',
        'src',
        'test',
        'tsconfig.json',
      ].sort(),
    );
  });
});

/** One line for every match of a pattern, with its place. */
const offences = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
  );

const patterns = {
  colourInStyle:
    /:[^;{]*#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(oklch|oklab|rgba?|hsla?|hwb|lab|lch)\(\s*[\d.]/i,
  colourInScript:
    /['"`]#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})['"`]|\b(oklch|oklab|rgba?|hsla?|hwb|lab|lch)\(\s*[\d.]/i,
  sizeOrLayer: /font(-size)?['"]?\s*[:=][^;]*\d+px|z-index:\s*-?\d/i,
  // A digest is the same everywhere; random bytes are not.
  chanceOrClock: /\bMath\.random\b|\bDate\b|\bperformance\b|\bcrypto\b(?!\.subtle\.digest\b)/,
  transcendental: /\bMath\.(?!sqrt|floor|ceil|round|trunc|abs|min|max|imul|fround|sign|clz32)/,
};

describe('looks', () => {
  const styles = sourceFiles(['src'], ['.css', '.astro']).filter(({ path }) => !path.endsWith('/tokens.css'));
  const scripts = sourceFiles(['src/site', 'src/widgets', 'src/pages'], ['.ts']);

  it('name colours by token: no hexadecimal or function colour outside tokens.css', () => {
    expect(offences(styles, patterns.colourInStyle)).toEqual([]);
    expect(offences(scripts, patterns.colourInScript)).toEqual([]);
  });
  it('name text sizes and layers by token: no font size in px and no bare z-index outside tokens.css', () =>
    expect(offences([...styles, ...scripts], patterns.sizeOrLayer)).toEqual([]));
});

describe('what is trained', () => {
  it('depends on no clock and no unseeded chance', () => {
    const files = sourceFiles(
      ['src/graph', 'src/trainer', 'src/onnx', 'src/datasets', 'src/recipes'],
      ['.ts'],
    );
    expect(offences(files, patterns.chanceOrClock)).toEqual([]);
  });
  it('starts from numbers that every engine rounds alike: no transcendental function in data or initial weights', () => {
    const files = sourceFiles(['src/datasets', 'src/trainer/initializers'], ['.ts']);
    expect(offences(files, patterns.transcendental)).toEqual([]);
  });
});

describe('the search for offences', () => {
  it.each<{ pattern: keyof typeof patterns; text: string; finds: number }>([
    { pattern: 'colourInStyle', text: 'a { color: #f60 }', finds: 1 },
    { pattern: 'colourInStyle', text: 'a { color: oklch(68% .17 50) }', finds: 1 },
    { pattern: 'colourInStyle', text: '#fade { color: var(--color-text) } /* was #f60 */', finds: 0 },
    { pattern: 'colourInScript', text: "context.fillStyle = '#ff6600';", finds: 1 },
    { pattern: 'colourInScript', text: "document.querySelector('#faded');", finds: 0 },
    { pattern: 'sizeOrLayer', text: 'a { font-size: 15px }', finds: 1 },
    { pattern: 'sizeOrLayer', text: "context.font = '12px serif';", finds: 1 },
    { pattern: 'sizeOrLayer', text: 'a { z-index: 10 }', finds: 1 },
    {
      pattern: 'sizeOrLayer',
      text: 'a { font-size: var(--text-s); margin: 1px; z-index: var(--layer-top) }',
      finds: 0,
    },
    {
      pattern: 'chanceOrClock',
      text: 'const keep = Math.random() < 0.5;\nconst now = Date.now();',
      finds: 2,
    },
    {
      pattern: 'chanceOrClock',
      text: "// Math.random is not used\nconst globs = '/*'; Date.now(); const b = '*/';",
      finds: 1,
    },
    { pattern: 'transcendental', text: 'const a = Math.sqrt(2) * Math.cos(x);', finds: 1 },
  ])('finds $finds in: $text', ({ pattern, text, finds }) =>
    expect(offences([{ path: 'x', text }], patterns[pattern])).toHaveLength(finds),
  );
});
