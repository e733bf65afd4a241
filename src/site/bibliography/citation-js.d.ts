/** The part of citation-js that this site uses; the packages ship no types. */

declare module '@citation-js/core' {
  import type { SourceRecord } from './read.ts';

  export class Cite {
    constructor(data: unknown, options?: { forceType?: string; generateGraph?: boolean });
    readonly data: SourceRecord[];
    format(
      format: 'bibliography',
      options: { format: 'html'; template: string; lang: string; asEntryArray: true; hyperlinks?: boolean },
    ): [key: string, html: string][];
    format(format: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
    format(format: 'bibtex'): string;
  }
  export const plugins: {
    config: {
      get(name: '@bibtex'): {
        parse: { strict: boolean };
        format: { useIdAsLabel: boolean; checkLabel: boolean };
      };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
