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

const series = [1, 2, 3, 4, 5, 6].map((number) => `data-${number}`);

/** Linear light, as three numbers from 0 to 1. */
const linear = (hex: string): number[] =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));

/** What eyes make of linear light; the two kinds of red-green blindness after Machado and others, 2009. */
const eyes = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  deuteranope: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanope: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
};
const product = (matrix: readonly number[], [a, b, c]: readonly number[]): number[] =>
  [0, 3, 6].map((row) => matrix[row] * a + matrix[row + 1] * b + matrix[row + 2] * c);

/** Distance in OKLab: 0.02 is just noticeable, black and white are 1 apart. */
function difference(a: string, b: string, eye: readonly number[]): number {
  const [one, other] = [a, b].map((hex) => {
    const light = product(eye, linear(hex)).map((part) => Math.min(1, Math.max(0, part)));
    const cones = product(
      [
        0.41222147, 0.53633254, 0.05144599, 0.2119035, 0.6806995, 0.10739696, 0.08830246, 0.28171884,
        0.62997871,
      ],
      light,
    ).map(Math.cbrt);
    return product(
      [
        0.21045426, 0.79361779, -0.00407205, 1.9779985, -2.42859221, 0.45059371, 0.02590404, 0.78277177,
        -0.80867577,
      ],
      cones,
    );
  });
  return Math.hypot(...one.map((part, i) => part - other[i]));
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
  it.each([
    'data-positive',
    'data-negative',
    'data-boundary',
    'data-third',
    'data-fourth',
    'color-focus',
    ...series,
  ])('keeps --%s apart from paper, surfaces and both areas', (name) => {
    for (const ground of [
      'color-background',
      'color-surface',
      'color-raised',
      'data-positive-area',
      'data-negative-area',
    ]) {
      expect(contrast(of(name), of(ground)), `on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
  it.each(Object.entries(eyes))('has six series that the %s eye tells apart', (_, eye) => {
    for (const [i, one] of series.entries())
      for (const other of series.slice(i + 1))
        expect(difference(of(one), of(other), eye), `${one} and ${other}`).toBeGreaterThan(0.09);
  });
});
