/** The files of the project as text, for tests that read source. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the top of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file under the folders given, read as text. @param endings such as '.ts' */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        path: path.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''),
        text: readFileSync(path, 'utf8'),
      })),
  );
}

// Strings are matched to be kept: in '../widgets/*/element.ts' no comment begins.
const stringsAndComments =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^[ \t]*\/\/.*$/gm;

/** The same text with block comments, whole-line comments and HTML comments blanked, line for line. */
export const withoutComments = (text: string): string =>
  text.replace(stringsAndComments, (one) => (/^['"`]/.test(one) ? one : one.replace(/[^\n]/g, ' ')));
