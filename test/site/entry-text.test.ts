import { describe, expect, it } from 'vitest';
import { citedKeys, figuresIn } from '../../src/site/api/entry-text.ts';

describe('figuresIn()', () => {
  it('are those of a text, in order, each once', () =>
    expect(
      figuresIn(
        'Words.\n\n<Widget name="momentum">Two balls.</Widget>\n<Widget name="b">c</Widget>\n<Widget name="momentum">d</Widget>',
      ),
    ).toEqual(['momentum', 'b']));
  it('are none where the text has none', () => expect(figuresIn('Words.')).toEqual([]));
});

describe('citedKeys()', () => {
  it('are the works of single and joint citations, in order, each once and without the page', () =>
    expect(citedKeys('One [@b-1958, p. 3] and more [@a-1969; @b-1958], a [link](x).')).toEqual([
      'b-1958',
      'a-1969',
    ]));
});
