/** What a module imports, by regex: static, side-effect and dynamic imports, re-exports and globs. */

import { posix } from 'node:path';
import { type SourceFile, withoutComments } from './source-files.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** From the top of the project for a relative import, else undefined. */
  readonly path?: string;
  /** Name of the package, or `node:fs` and the like, for any other import. */
  readonly package?: string;
  /** Imported as text (`?raw`): nothing of it runs. */
  readonly raw: boolean;
}

const forms = [
  /\b(?:import|export)\s[^'"`]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"`]([^'"`]+)['"`]/g,
];
const globs = /\bimport\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|['"][^'"]+['"])([^)]*)\)/g;

export function importsOf({ path, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  const found = forms.flatMap((form) =>
    [...code.matchAll(form)].map(([, specifier]) => ({ specifier, raw: /[?&]raw\b/.test(specifier) })),
  );
  for (const [, patterns, options] of code.matchAll(globs))
    for (const [, specifier] of patterns.matchAll(/['"]([^'"]+)['"]/g))
      found.push({ specifier, raw: /\bquery:\s*['"]\?raw/.test(options) });
  return found.map(({ specifier, raw }) => {
    const target = specifier.replace(/^!/, '').replace(/\?.*$/, '');
    if (target.startsWith('/')) return { specifier, raw, path: target.slice(1) };
    if (target.startsWith('.')) return { specifier, raw, path: posix.join(posix.dirname(path), target) };
    const segments = target.split('/');
    return { specifier, raw, package: target.startsWith('@') ? segments.slice(0, 2).join('/') : segments[0] };
  });
}
