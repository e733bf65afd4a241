import { describe, expect, it } from 'vitest';
import { parseBibliography, readBibliography } from '../../../src/site/bibliography/read.ts';

const parse = (text: string) => parseBibliography(text, 'sources.bib');
const book = (key: string) =>
  `@book{${key}, author = {Minsky, Marvin}, title = {Perceptrons}, publisher = {MIT Press}, year = 1969}`;

describe('parseBibliography', () => {
  it('reads authors, year and title into CSL', () => {
    expect(parse(book('minsky-1969'))).toMatchObject([
      {
        id: 'minsky-1969',
        type: 'book',
        title: 'Perceptrons',
        author: [{ given: 'Marvin', family: 'Minsky' }],
        issued: { 'date-parts': [[1969]] },
      },
    ]);
  });
  it('names the file and the place of a syntax error', () => {
    expect(() => parse('@book{minsky-1969, title = {Perceptrons} year = 1969}')).toThrow(
      /^sources\.bib: .*line 1 col 42/s,
    );
  });
  it('names the entry and the field that it lacks', () => {
    expect(() => parse('@article{a-1958, author = {A}, title = {T}, year = 1958}')).toThrow(
      'sources.bib: "a-1958" lacks container-title',
    );
  });
  it('refuses a type that it does not know', () => {
    expect(() => parse(book('minsky-1969').replace('@book', '@bok'))).toThrow('Did you mean "book"?');
  });
  it('refuses a key without a year, or not in lower case', () => {
    expect(() => parse(book('minsky'))).toThrow('key "minsky" does not have the form author-year');
    expect(() => parse(book('Minsky-1969'))).toThrow('author-year');
  });
  it.each(['https://doi.org/10.1037/h0042519', 'doi:10.1037/h0042519', '10.1037', '10.1037/h 0042519'])(
    'refuses %j for a DOI',
    (doi) =>
      expect(() => parse(book('minsky-1969').replace('year', `doi = {${doi}}, year`))).toThrow(
        /"minsky-1969" has the DOI ".+"; a DOI stands bare/,
      ),
  );
  it('takes a DOI with all that registrants put into one', () =>
    expect(
      parse(book('minsky-1969').replace('year', 'doi = {10.1016/0893-6080(89)90020-8}, year'))[0].DOI,
    ).toBe('10.1016/0893-6080(89)90020-8'));
  it('refuses two entries with one key', () => {
    expect(() => parse(`${book('minsky-1969')}\n${book('minsky-1969')}`)).toThrow(
      'two entries have the key "minsky-1969"',
    );
  });
});

describe('content/sources.bib', () => {
  it('is well formed and not empty', () => {
    expect(readBibliography('content/sources.bib').length).toBeGreaterThan(0);
  });
});
