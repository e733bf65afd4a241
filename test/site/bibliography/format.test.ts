import { describe, expect, it } from 'vitest';
import { formatSource } from '../../../src/site/bibliography/format.ts';
import { parseBibliography } from '../../../src/site/bibliography/read.ts';

const source = (bibtex: string) => formatSource(parseBibliography(bibtex, 'sources.bib')[0]);

describe('formatSource', () => {
  it('sets an article in APA style with its DOI as a link', () => {
    expect(
      source(
        '@article{a-1958, author = {Rosenblatt, Frank}, title = {The perceptron}, journal = {Psychological Review}, year = 1958, volume = 65, number = 6, pages = {386--408}, doi = {10.1037/h0042519}}',
      ),
    ).toBe(
      'Rosenblatt, F. (1958). The perceptron. <i>Psychological Review</i>, <i>65</i>(6), 386–408. <a href="https://doi.org/10.1037/h0042519">https://doi.org/10.1037/h0042519</a>',
    );
  });
  it('does not take the hyphens of a report number for a range', () => {
    expect(
      source(
        '@techreport{a-1957, author = {Rosenblatt, Frank}, title = {T}, institution = {Laboratory}, number = {85-460-1}, year = 1957}',
      ),
    ).toContain('85‑460‑1');
  });
});
