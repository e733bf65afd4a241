/** What this site uses of subset-font, which comes without types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: {
      targetFormat: 'woff2' | 'truetype';
      keepFeatures?: string[];
      noHinting?: boolean;
      /** One value fixes an axis; a range limits it. */
      variationAxes?: Record<string, number | { min: number; max: number; default: number }>;
    },
  ): Promise<Uint8Array>;
}
