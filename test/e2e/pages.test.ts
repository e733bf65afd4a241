import { describe, expect, it } from 'vitest';
import { visit } from './browsing.ts';
import { overflow, runningWidget } from './widget.ts';

describe('the home page', () => {
  it('lists every entry from A to Z, each with its summary', async () => {
    const page = await visit('');
    await page.getByRole('heading', { level: 1, name: 'The Live Glossary of Deep Learning' }).waitFor();
    const all = page.getByRole('region', { name: 'All entries' });
    const terms = await all.locator('dt a').allTextContents();
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
    expect(terms).toContain('Perceptron');
    expect(terms).toContain('Linear separability');
    expect(await all.locator('dd').count()).toBe(terms.length);
    await all.getByRole('link', { name: 'Perceptron', exact: true }).click();
    await page.waitForURL('**/perceptron/');
  });

  it('leads to a letter', async () => {
    const page = await visit('');
    await page
      .getByRole('navigation', { name: 'Letters' })
      .getByRole('link', { name: 'P', exact: true })
      .click();
    expect(new URL(page.url()).hash).toBe('#letter-P');
    await expect.poll(() => page.getByRole('heading', { name: 'P', exact: true }).isVisible()).toBe(true);
  });

  it('lists every entry by category too', async () => {
    const page = await visit('');
    const all = await page.getByRole('region', { name: 'All entries' }).locator('dt a').allTextContents();
    const grouped = await page.getByRole('region', { name: 'By category' }).locator('li a').allTextContents();
    expect([...grouped].sort()).toEqual([...all].sort());
    expect(
      await page
        .getByRole('region', { name: 'models' })
        .getByRole('link', { name: 'Perceptron', exact: true })
        .count(),
    ).toBe(1);
  });
});

describe('an entry', () => {
  it('leads back to its category on the home page', async () => {
    const page = await visit('perceptron/');
    await page.getByRole('main').getByRole('link', { name: 'models', exact: true }).click();
    await page.waitForURL(/\/#.*models/);
  });

  it('leads from a citation to its source and back to where it is cited', async () => {
    const page = await visit('perceptron/');
    const citation = page.locator('[role=doc-biblioref]').first();
    const [source, place] = [await citation.getAttribute('href'), await citation.getAttribute('id')];
    await citation.click();
    expect(new URL(page.url()).hash).toBe(source);
    await page.locator(`${source} a[href^="#cite-"]`).first().click();
    expect(new URL(page.url()).hash).toBe(`#${place}`);
  });

  it('offers its citation in BibTeX', async () => {
    const page = await visit('perceptron/');
    const cite = page.getByRole('region', { name: 'Cite this entry' });
    expect(await cite.textContent()).toMatch(/@\w+\{[^,]*perceptron/i);
  });
});

describe('a wrong address', () => {
  it('gets a page that says so and leads back', async () => {
    const page = await visit('no-such-term/', { expected: /404/ });
    await page.getByRole('heading', { level: 1, name: 'No such entry' }).waitFor();
    await page.getByRole('link', { name: 'list of all entries' }).click();
    await page.waitForURL('**/#a-z');
  });
});

describe('without JavaScript', () => {
  it.each([
    { path: 'perceptron/', term: 'Perceptron', says: 'single trainable threshold unit' },
    { path: 'linear-separability/', term: 'Linear separability', says: 'hyperplane' },
  ])('$term shows definition, figure, equations and sources', async ({ path, term, says }) => {
    const page = await visit(path, { javaScriptEnabled: false });
    await page.getByRole('heading', { level: 1, name: term }).waitFor();
    const main = page.getByRole('main');
    expect(await main.textContent()).toContain(says);
    expect(await main.locator('.katex math').count()).toBeGreaterThan(3);
    expect(await page.locator('#sources ~ ol > li').count()).toBeGreaterThan(0);
  });

  it('Perceptron draws its figure, computed by the model when the page was built', async () => {
    const page = await visit('perceptron/', { javaScriptEnabled: false });
    const drawing = page.locator('glossary-widget svg').first();
    await drawing.scrollIntoViewIfNeeded();
    expect(await drawing.isVisible()).toBe(true);
    expect(await drawing.locator('title').textContent()).toMatch(/\S/);
    expect(await drawing.locator('circle, path, line, rect').count()).toBeGreaterThan(5);
    expect(await page.locator('glossary-widget').getAttribute('data-status')).toBe('waiting');
    expect(await page.locator('glossary-widget figcaption').isVisible()).toBe(true);
  });

  it('search is a link to the list of all entries', async () => {
    const page = await visit('perceptron/', { javaScriptEnabled: false });
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await page.waitForURL('**/#a-z');
  });
});

describe.each(['', 'perceptron/', 'linear-separability/', '404.html'])('/%s', (path) => {
  it('needs no sideways scrolling at 320, 390 and 1280 px, figures running', async () => {
    const page = await visit(path);
    if ((await page.locator('glossary-widget').count()) > 0) await runningWidget(page);
    const wide: number[] = [];
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => document.fonts.ready);
      wide.push(await overflow(page));
    }
    expect(wide).toEqual([0, 0, 0]);
  });
});
