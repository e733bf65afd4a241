// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../../src/site/term-preview.ts';

const records: Record<string, object> = {
  '/glossary/api/gradient.json': { term: 'Gradient', definition: 'The vector of slopes.' },
  '/glossary/api/epoch.json': { term: 'Epoch', definition: 'One pass through the data.' },
};
const fetched = vi.fn(async (address: string) => ({
  ok: address in records,
  status: 404,
  json: async () => records[address],
}));

const find = <T extends HTMLElement>(selector: string) => document.querySelector(selector) as T;
const preview = () => find('term-preview');
const shown = () => (preview().hidden ? '' : preview().textContent?.replace(/\s+/g, ' ').trim());
const pointer = (type: string, target: Element, pointerType = 'mouse') =>
  target.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { pointerType }));
const tap = (target: Element) => {
  pointer('pointerdown', target, 'touch');
  return target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
};
const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetched);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://site.example/glossary/momentum/',
  );
  document.body.innerHTML = `
    <p><a id="outside" href="/glossary/gradient/">gradient</a></p>
    <div class="prose">
      <p>A <a id="gradient" href="/glossary/gradient/">gradient</a>, an <a id="epoch" href="/glossary/epoch/">epoch</a>,
      <a id="none" href="/glossary/people/">people</a>, <a id="source" href="#source-x">[1]</a>.</p>
      <glossary-widget><a id="figure" href="/glossary/gradient/">gradient</a></glossary-widget>
    </div>
    <term-preview id="term-preview" role="tooltip" data-base="/glossary/" hidden>
      <strong></strong><span></span><span class="hint">Tap again.</span></term-preview>`;
});
afterEach(() => {
  document.body.innerHTML = '';
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the preview of a term', () => {
  it('appears when the pointer rests on a link, and describes it', async () => {
    pointer('pointerover', find('#gradient'));
    await pass(100);
    expect(shown()).toBe('');
    await pass(300);
    expect(shown()).toContain('GradientThe vector of slopes.');
    expect(find('#gradient').getAttribute('aria-describedby')).toBe('term-preview');
  });
  it('stays while the pointer is on the link or on itself, and goes with it', async () => {
    pointer('pointerover', find('#gradient'));
    await pass(5000);
    pointer('pointerover', document.body);
    await pass(50);
    pointer('pointerover', preview().children[1]);
    await pass(5000);
    expect(shown()).toContain('slopes');
    pointer('pointerover', document.body);
    await pass(500);
    expect(shown()).toBe('');
    expect(find('#gradient').hasAttribute('aria-describedby')).toBe(false);
  });
  it('goes by Escape', async () => {
    pointer('pointerover', find('#gradient'));
    await pass(400);
    press('a');
    expect(shown()).toContain('slopes');
    press('Escape');
    expect(shown()).toBe('');
  });
  it('does not appear where the pointer only passes', async () => {
    pointer('pointerover', find('#gradient'));
    await pass(50);
    pointer('pointerover', document.body);
    await pass(1000);
    expect(shown()).toBe('');
  });
  it('changes with the link', async () => {
    pointer('pointerover', find('#gradient'));
    await pass(400);
    pointer('pointerover', find('#epoch'));
    await pass(400);
    expect(shown()).toContain('One pass through the data.');
    expect(find('#gradient').hasAttribute('aria-describedby')).toBe(false);
  });
  it.each(['#outside', '#figure', '#source', '#none'])('is not there for %s', async (selector) => {
    pointer('pointerover', find(selector));
    await pass(1000);
    expect(shown()).toBe('');
  });
  it('reads each definition once', async () => {
    fetched.mockClear();
    for (const selector of ['#epoch', '#gradient', '#epoch']) {
      pointer('pointerover', find(selector));
      await pass(400);
    }
    expect(fetched.mock.calls.map(([address]) => address)).toEqual([
      '/glossary/api/epoch.json',
      '/glossary/api/gradient.json',
    ]);
    expect(shown()).toContain('One pass');
  });
  it('appears at the focus of the keyboard and goes when the focus goes', async () => {
    const link = find('#gradient');
    vi.spyOn(link, 'matches').mockImplementation((selector) => selector === ':focus-visible');
    link.dispatchEvent(new Event('focusin', { bubbles: true }));
    await pass(0);
    expect(shown()).toContain('slopes');
    link.dispatchEvent(new Event('focusout', { bubbles: true }));
    expect(shown()).toBe('');
  });
});

describe('on a touch screen', () => {
  it('the first tap shows the definition and says so, the second follows the link', async () => {
    expect(tap(find('#gradient'))).toBe(false);
    await pass(0);
    expect(shown()).toContain('Tap again.');
    expect(preview().querySelector<HTMLElement>('.hint')?.hidden).toBe(false);
    expect(tap(find('#gradient'))).toBe(true);
  });
  it('a tap elsewhere puts it away', async () => {
    tap(find('#gradient'));
    await pass(0);
    tap(document.body);
    expect(shown()).toBe('');
  });
  it('a link without a definition is followed at once', async () => {
    const follow = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    tap(find('#none'));
    await pass(0);
    expect(follow).toHaveBeenCalledWith('https://site.example/glossary/people/');
  });
  it('a click of the mouse follows the link as ever', async () => {
    pointer('pointerdown', find('#gradient'));
    expect(
      find('#gradient').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
    ).toBe(true);
  });
});
