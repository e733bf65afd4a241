import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/site/styles/tokens.css', 'utf8');
const raw = new Map(
  [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
);

/** Meaning → colour, for the block that follows a selector. */
function theme(selector: string): Map<string, string> {
  const from = css.indexOf(selector, css.indexOf('/* Meaning, on paper */'));
  const block = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--((?:color|data)-[\w-]+): var\(--([\w-]+)\)/g)].map(([, name, value]) => [
      name,
      raw.get(value) ?? `no such colour: ${value}`,
    ]),
  );
}
const light = theme(':root {');
const dark = theme(':root[data-theme="dark"] {');

/** Contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('tokens.css', () => {
  it('means the same by the dark theme whether reader or system asks for it', () => {
    expect(dark.size).toBe(light.size);
    expect(theme(':root:not([data-theme="light"]) {')).toEqual(dark);
  });
});

describe.each([
  { name: 'light', colours: light },
  { name: 'dark', colours: dark },
])('the $name theme', ({ colours }) => {
  const of = (name: string) => colours.get(name) ?? `no such meaning: ${name}`;

  it.each(['color-text', 'color-muted', 'color-accent', 'color-error'])(
    'sets --%s as text on every ground',
    (name) => {
      for (const ground of ['color-background', 'color-surface', 'color-raised']) {
        expect(contrast(of(name), of(ground)), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
  it('sets text on an accent-coloured ground', () => {
    expect(contrast(of('color-accent-text'), of('color-accent'))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['data-positive', 'data-negative', 'data-boundary', 'data-third', 'data-fourth', 'color-focus'])(
    'keeps --%s apart from paper, surfaces and both areas',
    (name) => {
      for (const ground of [
        'color-background',
        'color-surface',
        'color-raised',
        'data-positive-area',
        'data-negative-area',
      ]) {
        expect(contrast(of(name), of(ground)), `on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
