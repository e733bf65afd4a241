/** The two type families, self-hosted; Astro makes metric-compatible fallbacks, so nothing moves when they arrive. */

import { fontProviders } from 'astro/config';

type Slope = 'normal' | 'italic';

export const fonts = [
  family('Source Serif 4', '--font-text', 'source-serif-4', ['Georgia', 'serif'], ['normal', 'italic']),
  family('Source Sans 3', '--font-interface', 'source-sans-3', ['Arial', 'sans-serif'], ['normal']),
];

function family(
  name: string,
  cssVariable: `--${string}`,
  packageName: string,
  fallbacks: string[],
  slopes: [Slope, ...Slope[]],
) {
  const variant = (style: Slope) => ({
    weight: '200 900',
    style,
    src: [`@fontsource-variable/${packageName}/files/${packageName}-latin-wght-${style}.woff2`] as [string],
  });
  const [first, ...others] = slopes;
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    options: { variants: [variant(first), ...others.map(variant)] as [ReturnType<typeof variant>] },
  };
}
