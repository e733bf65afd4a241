import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './support/source-files.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe.each(['README.md', 'CONTRIBUTING.md', 'src/ARCHITECTURE.md'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8');

  it('names only commands that package.json has', () => {
    const named = [...text.matchAll(/\bnpm run ([a-z0-9-]+)|\bnpm (start|test)\b/g)].map(
      ([, run, own]) => run ?? own,
    );
    expect(named).not.toEqual([]);
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

/** What the table says about examples the model was not trained on. */
function heldOut(metrics: Readonly<Record<string, number>>): string {
  if ('held-out accuracy' in metrics) return String(metrics['held-out accuracy']);
  if ('held-out loss' in metrics) return `no classes; loss ${metrics['held-out loss']}`;
  return metrics['training accuracy'] === 1
    ? 'all four points right, none held out'
    : `${metrics['training accuracy']} of the training points, none held out`;
}

it('README.md counts the entries and the figures as there are', () => {
  const folder = join(root, 'content/entries');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const figures = texts.map((text) =>
    [...text.matchAll(/<Widget\s+name="([^"]+)"/g)].map(([, name]) => name),
  );
  const showing = figures.filter(({ length }) => length > 0).length;
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(
    `Today there are ${texts.length} entries; ${showing} of them show the ${new Set(figures.flat()).size} figures`,
  );
});

describe('The table of models in README.md', () => {
  const text = readFileSync(join(root, 'README.md'), 'utf8');
  const rows = new Map(
    [...text.matchAll(/^\| `([a-z0-9-]+)` +\| ([^|]+?) +\|/gm)].map(([, model, says]) => [model, says]),
  );
  const models = readdirSync(join(root, 'models'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);

  it('has a row for every model and no other', () => {
    expect([...rows.keys()].sort()).toEqual(models.sort());
  });
  it.each(models)('gives the held-out accuracy of %s as its card does', (model) => {
    const { metrics } = JSON.parse(readFileSync(join(root, 'models', model, 'card.json'), 'utf8'));
    expect(rows.get(model)).toBe(heldOut(metrics));
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
