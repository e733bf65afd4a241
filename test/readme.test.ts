import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/source-files.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  it('names only commands that package.json has', () => {
    const named = [...text.matchAll(/\bnpm run ([a-z0-9-]+)|\bnpm (start|test)\b/g)].map(
      ([, run, own]) => run ?? own,
    );
    expect(named).toContain('start');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
  it('names only files and folders that exist', () => {
    const paths = [...text.matchAll(/\b(?:content|models|scripts|src|test)\/[\w./-]*|\]\(([^):]+)\)/g)]
      .map(([path, linked]) => linked ?? path)
      // Placeholders such as <term>.mdx end a path before their bracket.
      .map((path) => path.replace(/[./]+$/, ''))
      .filter((path) => path !== '' && !path.startsWith('/'));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('package.json', () => {
  it('has no command whose script is missing', () => {
    const missing = Object.values<string>(scripts)
      .flatMap((command) => [...command.matchAll(/\b(?:scripts|test)\/[\w./-]+/g)].map(([path]) => path))
      .filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});
