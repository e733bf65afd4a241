import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { addressesIn, builtPages, targetOf } from './built-site.ts';
import type { ServedSite } from './global-setup.ts';

/** One line for every address that leads nowhere. */
function brokenLinks(site: Pick<ServedSite, 'folder' | 'base'>): string[] {
  const pages = builtPages(site).map(({ path, document, text }) => ({
    path,
    addresses: addressesIn({ document, text }),
    anchors: new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)),
  }));
  const anchorsOf = new Map(pages.map(({ path, anchors }) => [path, anchors]));
  return pages.flatMap(({ path: from, addresses }) =>
    addresses.flatMap((address) => {
      const target = targetOf(address, from, site);
      if (target.kind === 'elsewhere') return [];
      if (target.kind !== 'file') return [`${from}: ${address} is ${target.kind}`];
      const { anchor, path } = target;
      if (!anchor || anchor === ':~:text' || anchorsOf.get(path)?.has(anchor)) return [];
      return [`${from}: ${address} names an anchor that does not exist`];
    }),
  );
}

/** What a page names without fetching it. */
const named = ['canonical', 'license', 'author', 'prev', 'next', 'cite-as', 'type'];

/** Addresses other than links that a page would fetch from another host. */
const foreign = (site: ServedSite): string[] =>
  builtPages(site).flatMap(({ path, document }) =>
    [...document.querySelectorAll('script[src], link[href], img[src], iframe[src], source[src]')]
      .filter((element) => !named.includes(element.getAttribute('rel') ?? ''))
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
      .filter((address) => /^(https?:)?\/\//.test(address))
      .map((address) => `${path}: ${address}`),
  );

describe.each(['atRoot', 'underBase'] as const)('the site built %s', (name) => {
  const site = inject(name);

  it('has the home page, an entry for every text, and a page for wrong addresses', () => {
    const entries = readdirSync('content/entries').map((file) => `${site.base}${file.replace('.mdx', '')}/`);
    const paths = builtPages(site).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([site.base, `${site.base}404.html`, ...entries]));
  });
  it('leads from some page to every page but the one for wrong addresses', () => {
    const pages = builtPages(site);
    const reached = new Set(
      pages.flatMap((page) =>
        addressesIn(page).flatMap((address) => {
          const target = targetOf(address, page.path, site);
          return target.kind === 'file' && target.path !== page.path ? [target.path] : [];
        }),
      ),
    );
    const lost = pages.map(({ path }) => path).filter((path) => !reached.has(path));
    expect(lost).toEqual([`${site.base}404.html`]);
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
