import { describe, expect, it } from 'vitest';
import { visit } from './browsing.ts';

describe('equations', () => {
  it('have a name in words in the accessibility tree, and their drawing is not in it', async () => {
    const page = await visit('perceptron/');
    // What is folded away is not in the tree.
    await page.locator('details').evaluateAll((folds) => {
      for (const fold of folds) (fold as HTMLDetailsElement).open = true;
    });
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const maths = nodes.filter(({ role }) => /^math/i.test(String(role?.value)));
    const names = maths.map(({ name }) => name?.value).filter(Boolean);
    expect(names).toContain('theta equals negative b');
    expect(names).toContain('R squared equals 3');
    // Every equation of the page has one.
    expect(names.length).toBe(await page.locator('math').count());
    // The drawn form, in which "−b" is a text of its own, is hidden.
    const drawn = await page
      .locator('.katex-html')
      .evaluateAll((all) => all.filter((one) => one.getAttribute('aria-hidden') !== 'true').length);
    expect(drawn).toBe(0);
  });

  it.each([320, 390, 820])('keep their punctuation on their line at %i px', async (width) => {
    const page = await visit('perceptron/', { viewport: { width, height: 800 } });
    await page.evaluate(() => document.fonts.ready);
    const lone = await page.locator('.glued').evaluateAll((all) =>
      all.flatMap((glued) => {
        const text = glued.lastChild;
        const base = [...glued.querySelectorAll('.katex-html .katex-base')].at(-1);
        if (text?.nodeType !== 3 || !base) return [];
        const range = document.createRange();
        range.selectNodeContents(text);
        const [mark, box] = [range.getBoundingClientRect(), base.getBoundingClientRect()];
        return mark.left >= box.right - 2 && mark.top < box.bottom && mark.bottom > box.top
          ? []
          : [glued.textContent];
      }),
    );
    expect(lone).toEqual([]);
  });

  it('scroll in a box of their own on a phone, by keyboard too', async () => {
    const page = await visit('adam/', { viewport: { width: 320, height: 640 } });
    const wide = page.locator('.katex-display[tabindex="0"]').first();
    await wide.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  });

  it('displayed, have numbers that lead to them', async () => {
    const page = await visit('perceptron/');
    await page.getByRole('link', { name: 'Equation 2' }).click();
    expect(new URL(page.url()).hash).toBe('#equation-2');
  });
});
