import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { addressesIn, builtPages, targetOf } from './built-site.ts';
import type { ServedSite } from './global-setup.ts';

/** One line for every address that leads nowhere. */
function brokenLinks(site: Pick<ServedSite, 'folder' | 'base'>): string[] {
  const pages = builtPages(site);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return pages.flatMap((page) =>
    addressesIn(page).flatMap((address) => {
      const target = targetOf(address, page.path, site);
      if (target.kind === 'elsewhere') return [];
      if (target.kind !== 'file') return [`${page.path}: ${address} is ${target.kind}`];
      const { anchor, path } = target;
      if (!anchor || anchor === ':~:text' || byPath.get(path)?.document.getElementById(anchor)) return [];
      return [`${page.path}: ${address} names an anchor that does not exist`];
    }),
  );
}

/** Addresses other than links that a page would fetch from another host. */
const foreign = (site: ServedSite): string[] =>
  builtPages(site).flatMap(({ path, document }) =>
    [...document.querySelectorAll('script[src], link[href], img[src], iframe[src], source[src]')]
      .filter(
        (element) =>
          !['canonical', 'license', 'author', 'prev', 'next'].includes(element.getAttribute('rel') ?? ''),
      )
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
      .filter((address) => /^(https?:)?\/\//.test(address))
      .map((address) => `${path}: ${address}`),
  );

describe.each(['atRoot', 'underBase'] as const)('the site built %s', (name) => {
  const site = inject(name);

  it('has the home page, an entry for every text, and a page for wrong addresses', () => {
    const entries = readdirSync('content/entries').map((file) => `${site.base}${file.replace('.mdx', '')}/`);
    const paths = builtPages(site).map(({ path }) => path);
    expect(paths.sort()).toEqual([site.base, `${site.base}404.html`, ...entries].sort());
  });
  it('links to no page, file or anchor that does not exist', () => expect(brokenLinks(site)).toEqual([]));
  it('fetches nothing from another host', () => expect(foreign(site)).toEqual([]));
  it('has style sheets that name existing files', () => {
    const styles = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.css'),
    );
    expect(styles.length).toBeGreaterThan(0);
    const broken = styles.flatMap((file) =>
      [...readFileSync(join(site.folder, file), 'utf8').matchAll(/url\(\s*['"]?([^'")]+)/g)]
        .map(([, address]) => address)
        .filter((address) => !address.startsWith('data:') && !address.startsWith('#'))
        .filter((address) => targetOf(address, `${site.base}${file}`, site).kind !== 'file')
        .map((address) => `${file}: ${address}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the link check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossary-links-'));
  const page = (path: string, body: string) => {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), `<!doctype html><title>t</title>${body}`);
  };
  page('', '<a href="/g/a/">a</a> <a href="/g/a/#there">b</a> <a href="https://example.com/none">c</a>');
  page('a', '<p id="there">text</p> <a href="../">up</a> <a href="#there">here</a>');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is content with links that lead somewhere', () =>
    expect(brokenLinks({ folder, base: '/g/' })).toEqual([]));
  it('finds missing pages, missing anchors, links that forget the base, and missing models', () => {
    page(
      'b',
      `<a href="/g/c/">x</a> <a href="/g/a/#nowhere">x</a> <a href="/a/">x</a> <img src="x.png">
       <glossary-widget data-models='{"m": "/g/models/m/"}'></glossary-widget>`,
    );
    expect(brokenLinks({ folder, base: '/g/' })).toEqual([
      '/g/b/: /g/c/ is missing',
      '/g/b/: /g/a/#nowhere names an anchor that does not exist',
      '/g/b/: /a/ is outside the base',
      '/g/b/: x.png is missing',
      '/g/b/: /g/models/m/ is missing',
    ]);
  });
});
