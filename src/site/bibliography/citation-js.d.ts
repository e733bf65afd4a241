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
    format(format: 'bibtex' | 'ris'): string;
  }
  export const plugins: {
    config: {
      get(name: '@bibtex'): {
        parse: { strict: boolean };
        format: { useIdAsLabel: boolean; checkLabel: boolean };
      };
      get(name: '@csl'): { styles: { add(name: string, xml: string): void } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
declare module 'style-chicago' {
  import type { StyleNode } from './chicago.ts';

  const style: StyleNode;
  export default style;
}
