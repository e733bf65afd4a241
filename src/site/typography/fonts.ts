/**
 * The two type families, self-hosted and cut down to what the site shows; Astro makes metric-compatible fallbacks,
 * so nothing moves when they arrive.
 *
 * Each slope comes in parts: the letters of English, which every page needs, and letters of other alphabets, which a
 * browser asks for only where a page has them.
 */

import { fontProviders } from 'astro/config';
import { type Cut, cutFont } from './subset.ts';
import { usedCharacters } from './used-characters.ts';

const used = usedCharacters();

/** Parts by Fontsource's names, with the code points that each of its files holds. */
const parts = {
  latin:
    /[\u0020-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/u,
  'latin-ext': /[\u0100-\u0130\u0132-\u0151\u0154-\u02c5\u1e00-\u1e9f\u1ef2-\u1eff]/u,
  greek: /[\u0370-\u03ff]/u,
};

interface Slope {
  readonly style: 'normal' | 'italic';
  readonly weight: NonNullable<Cut['weight']>;
  readonly features: readonly string[];
}
type Variant = {
  weight: string;
  style: Slope['style'];
  src: [URL];
  unicodeRange?: [string, ...string[]];
};

const text = ['kern', 'liga', 'ccmp', 'mark'];

export const fonts = [
  await family(
    'Source Serif 4',
    '--font-text',
    'source-serif-4',
    ['Georgia', 'serif'],
    [
      { style: 'normal', weight: [400, 600], features: text },
      // Italics name and emphasise; they are never bold.
      { style: 'italic', weight: 400, features: text },
    ],
  ),
  await family(
    'Source Sans 3',
    '--font-interface',
    'source-sans-3',
    ['Arial', 'sans-serif'],
    [{ style: 'normal', weight: [400, 600], features: [...text, 'tnum'] }],
  ),
];

async function family(
  name: string,
  cssVariable: `--${string}`,
  packageName: string,
  fallbacks: string[],
  slopes: Slope[],
) {
  const all = slopes.map(async ({ style, weight, features }) => {
    const variants: Variant[] = [];
    for (const [part, letters] of Object.entries(parts)) {
      const characters = [...used].filter((one) => letters.test(one));
      if (characters.length === 0) continue;
      const file = `@fontsource-variable/${packageName}/files/${packageName}-${part}-wght-${style}.woff2`;
      variants.push({
        weight: weights(weight),
        style,
        src: [await cutFont(file, characters.join(''), { weight, features })],
        ...(part !== 'latin' && { unicodeRange: characters.map(codePoint) as [string, ...string[]] }),
      });
    }
    return variants;
  });
  const variants = (await Promise.all(all)).flat();
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    options: { variants: variants as [Variant, ...Variant[]] },
  };
}

/** The weights as CSS writes them: the same for every part of a slope, or browsers would take one part for all. */
function weights(weight: Slope['weight']): string {
  return typeof weight === 'number' ? `${weight}` : weight.join(' ');
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
