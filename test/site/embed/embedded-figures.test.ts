import { describe, expect, it } from 'vitest';
import { captionOf, embeddedFigures } from '../../../src/site/embed/embedded-figures.ts';
import { sourceFiles } from '../../support/source-files.ts';

const entry = (id: string, term: string, body: string) => ({ id, body, data: { term } });
const figure = (name: string, caption: string) => `Text.\n\n<Widget name="${name}">${caption}</Widget>\n`;

describe('embeddedFigures()', () => {
  it('gives a figure once, at home in the entry of its name', () => {
    const figures = embeddedFigures([
      entry('linear-separability', 'Linear separability', figure('perceptron', 'A line.')),
      entry('perceptron', 'Perceptron', figure('perceptron', 'A unit.')),
      entry('xor', 'XOR', 'No figure.'),
    ]);
    expect(figures.map(({ name, entry: { id }, caption, title }) => ({ name, id, caption, title }))).toEqual([
      { name: 'perceptron', id: 'perceptron', caption: 'A unit.', title: 'Perceptron' },
    ]);
  });
  it('keeps the first entry that shows a figure where none has its name', () => {
    const figures = embeddedFigures([
      entry('a', 'A', figure('net', 'First.')),
      entry('b', 'B', figure('net', 'Second.')),
    ]);
    expect(figures.map(({ caption }) => caption)).toEqual(['First.']);
  });
  it('counts the figures of an entry that has more than one', () => {
    const figures = embeddedFigures([entry('a', 'A', figure('net', 'One.') + figure('curves', 'Two.'))]);
    expect(figures.map(({ title }) => title)).toEqual(['A, figure 1', 'A, figure 2']);
  });
});

describe('captionOf()', () => {
  it('is the text alone, on one line', () =>
    expect(
      captionOf(
        figure(
          'a-b',
          'The *slope* of\n  [the loss](/loss-function/), `w` after w [@cauchy-1847, p. 3]: 2 * 3.',
        ),
        'a-b',
      ),
    ).toBe('The slope of the loss, w after w: 2 * 3.'));
  it('has the quotation marks of print', () =>
    expect(captionOf(figure('a', 'The trainer\'s "own" step.'), 'a')).toBe('The trainer’s “own” step.'));
  it('is that of the figure named', () =>
    expect(captionOf(figure('a', 'One.') + figure('b', 'Two.'), 'b')).toBe('Two.'));
});

describe('the figures of the entries', () => {
  const texts = sourceFiles(['content/entries'], ['.mdx']);
  const figures = embeddedFigures(
    texts.map(({ path, text }) => entry(path.replace(/.*\/|\.mdx$/g, ''), path, text)),
  );
  it('have captions that are plain text: a frame sets no mathematics', () => {
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.filter(({ caption }) => caption.length < 40 || /[$<{]/.test(caption))).toEqual([]);
  });
});
