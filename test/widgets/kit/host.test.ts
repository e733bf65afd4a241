// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineWidgetHost, type WidgetContext } from '../../../src/widgets/kit/host.ts';

/** Observers in the order of their making; a test says what comes into view. */
const observers: FakeObserver[] = [];
class FakeObserver {
  readonly margin: string | undefined;
  active = true;
  readonly #report: IntersectionObserverCallback;
  constructor(report: IntersectionObserverCallback, options?: IntersectionObserverInit) {
    this.#report = report;
    this.margin = options?.rootMargin;
    observers.push(this);
  }
  observe() {}
  disconnect() {
    this.active = false;
  }
  show(isIntersecting: boolean) {
    const entry = { isIntersecting } as IntersectionObserverEntry;
    if (this.active) this.#report([entry], this as unknown as IntersectionObserver);
  }
}

const start = vi.fn<(context: WidgetContext) => Promise<void>>();
const load = vi.fn(async () => ({ default: start }));
vi.stubGlobal('IntersectionObserver', FakeObserver);
defineWidgetHost({ '../widgets/demo/element.ts': load });

function place(name = 'demo'): HTMLElement {
  document.body.innerHTML =
    `<glossary-widget name="${name}" data-models='{"net":"/models/net/"}' data-runtime="/runtime/" data-status="waiting">` +
    `<figure><div class="figure-drawing"><svg></svg></div><figcaption>Caption</figcaption></figure></glossary-widget>`;
  return document.querySelector('glossary-widget') as HTMLElement;
}
const drawingOf = (host: HTMLElement) => host.querySelector<HTMLElement>('.figure-drawing') as HTMLElement;
const until = (check: () => void) => vi.waitFor(check);

beforeEach(() => {
  observers.length = 0;
  start.mockReset();
  load.mockClear();
  start.mockImplementation(async ({ root }) => {
    root.append('live');
  });
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

describe('a widget that waits', () => {
  it('loads nothing until it is a quarter of a screen from view', async () => {
    const host = place();
    expect(host.dataset.status).toBe('waiting');
    expect(observers[0].margin).toBe('25% 0px');
    observers[0].show(false);
    expect(load).not.toHaveBeenCalled();
    observers[0].show(true);
    expect(host.dataset.status).toBe('loading');
    await until(() => expect(host.dataset.status).toBe('running'));
    expect(start).toHaveBeenCalledOnce();
  });
  it.each(['pointerdown', 'focusin'])('starts on %s too, and only once', async (event) => {
    const host = place();
    host.dispatchEvent(new Event(event));
    host.dispatchEvent(new Event(event));
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('running'));
    expect(start).toHaveBeenCalledOnce();
  });
});

describe('a widget that runs', () => {
  it('stands in the place of the static drawing and leaves the caption', async () => {
    const host = place();
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('running'));
    expect(drawingOf(host).hidden).toBe(true);
    expect(drawingOf(host).nextElementSibling?.textContent).toBe('live');
    expect(host.querySelector('figcaption')?.textContent).toBe('Caption');
  });
  it('is told the addresses of its models and of the runtime', async () => {
    place();
    observers[0].show(true);
    await until(() => expect(start).toHaveBeenCalled());
    expect(start.mock.calls[0][0]).toMatchObject({
      models: { net: '/models/net/' },
      runtime: '/runtime/',
      grid: null,
      state: '',
    });
  });
  it('shows which provider computes', async () => {
    const host = place();
    start.mockImplementation(async ({ setProvider }) => setProvider('webgpu'));
    observers[0].show(true);
    await until(() => expect(host.dataset.provider).toBe('webgpu'));
  });
  it('hears when it leaves the screen and when it comes back', async () => {
    const host = place();
    const seen: boolean[] = [];
    start.mockImplementation(async ({ watchVisibility }) => watchVisibility((visible) => seen.push(visible)));
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('running'));
    observers[1].show(false);
    observers[1].show(true);
    expect(seen).toEqual([true, false, true]);
  });
  it('ends when its element leaves the page', async () => {
    const host = place();
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('running'));
    const { signal } = start.mock.calls[0][0];
    host.remove();
    expect(signal.aborted).toBe(true);
    expect(drawingOf(host).hidden).toBe(false);
  });
});

describe('a widget that fails', () => {
  it('says so in a sentence, with the static drawing back in its place', async () => {
    const host = place();
    start.mockImplementation(async ({ root }) => {
      root.append('half done');
      throw new Error('no memory');
    });
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('failed'));
    expect(drawingOf(host).hidden).toBe(false);
    expect(host.textContent).not.toContain('half done');
    expect(host.querySelector('.widget-failure')?.textContent).toContain(
      'This figure could not run (no memory).',
    );
  });
  it('fails also later, once for many errors, and stops everything', async () => {
    const host = place();
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('running'));
    const { fail, signal } = start.mock.calls[0][0];
    fail(new Error('device gone'));
    fail(new Error('again'));
    expect(host.dataset.status).toBe('failed');
    expect(signal.aborted).toBe(true);
    expect(host.querySelectorAll('.widget-failure')).toHaveLength(1);
  });
  it('starts anew when asked to try again', async () => {
    const host = place();
    start.mockRejectedValueOnce(new Error('offline'));
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('failed'));
    host.querySelector<HTMLButtonElement>('.widget-failure button')?.click();
    await until(() => expect(host.dataset.status).toBe('running'));
    expect(host.querySelector('.widget-failure')).toBeNull();
  });
  it('names a widget that does not exist', async () => {
    const host = place('demoo');
    observers[0].show(true);
    await until(() => expect(host.dataset.status).toBe('failed'));
    expect(host.textContent).toContain('there is no widget "demoo"');
  });
});
