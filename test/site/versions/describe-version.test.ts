import { describe, expect, it } from 'vitest';
import { describeVersion, type Present } from '../../../src/site/versions/describe-version.ts';
import { frozenLink, readFrozen } from '../../../src/site/versions/frozen-link.ts';

const [present, middle, first] = ['0123456789ab', '1123456789ab', '2123456789ab'];
const now: Present = {
  version: present,
  versions: [
    { version: present, date: '2026-11-22', what: 'Bound corrected', changed: 'Mathematics (+1 −1 lines)' },
    { version: middle, date: '2026-11-21', what: 'Source added', changed: 'History (+1 −0 lines)' },
    { version: first, date: '2026-11-20', what: 'First', changed: 'first version (41 lines)' },
  ],
  models: { perceptron: 'aaaaaaaaaaaa', 'xor-mlp': 'bbbbbbbbbbbb' },
};
const ask = (query: string, page: Present = now) => describeVersion(readFrozen(query), page);

describe('describeVersion()', () => {
  it('says nothing to a reader who asked for no version', () => expect(ask('?q=1')).toBeNull());

  it('confirms the present version', () =>
    expect(ask(`?version=${present}`)).toEqual({
      sentences: [`The entry is the version that the link names, ${present}.`],
      changes: [],
      earlier: null,
    }));

  it('lists each change since an earlier version, newest first, and leads to its text', () => {
    const note = ask(`?version=${first}`);
    expect(note?.sentences[0]).toBe(
      `The link names version ${first} of 2026-11-20. The entry has changed since; this is version ${present}. Since then:`,
    );
    expect(note?.changes.map(({ what }) => what)).toEqual(['Bound corrected', 'Source added']);
    expect(note?.earlier).toBe(first);
  });

  it('says what it cannot know: of a version outside the history, and of a copy without one', () => {
    expect(ask('?version=ffffffffffff')?.sentences[0]).toContain('not among the known versions');
    const bare = ask('?version=ffffffffffff', { ...now, versions: [] });
    expect(bare?.sentences[0]).toContain('made without the history');
    expect(bare?.earlier).toBeNull();
  });

  it('tells models that are the same from those trained anew and those that are gone', () =>
    expect(
      ask('?models=perceptron.aaaaaaaaaaaa,xor-mlp.cccccccccccc,adaline.dddddddddddd')?.sentences,
    ).toEqual([
      'The figure runs the same model as then: perceptron aaaaaaaaaaaa.',
      'The model xor-mlp has been trained anew: then cccccccccccc, now bbbbbbbbbbbb. The figure’s numbers can differ.',
      'The model adaline of the link runs in this entry no more.',
    ]));

  it.each([
    '?version=',
    '?version=x',
    '?version=%3Cb%3E1%3C/b%3E',
    '?version=0123456789AB',
    `?version=${'0'.repeat(500)}`,
    '?models=perceptron',
    '?models=__proto__.aaaaaaaaaaaa',
    '?models=../../x.aaaaaaaaaaaa',
  ])('does not repeat the nonsense of %j', (query) => {
    const note = ask(query);
    expect(note?.sentences[0]).toBe(
      `The link asks for a version that cannot exist; this is the present one, ${present}, of the entry.`,
    );
    expect(note?.sentences).toHaveLength(1);
  });
});

describe('frozenLink()', () => {
  const figure = {
    url: 'https://a.example/perceptron/',
    version: present,
    models: now.models,
    settings: 'perceptron.points=xor&perceptron.v=1',
    anchor: 'figure-perceptron',
  };
  it('holds version, models and settings, and is read back as it was meant', () => {
    const link = frozenLink(figure);
    expect(link).toBe(
      `https://a.example/perceptron/?version=${present}&models=perceptron.aaaaaaaaaaaa,xor-mlp.bbbbbbbbbbbb&perceptron.points=xor&perceptron.v=1#figure-perceptron`,
    );
    const { search } = new URL(link);
    expect(readFrozen(search)).toEqual({ version: present, models: now.models, isMalformed: false });
  });
  it('leaves out what there is nothing of', () =>
    expect(frozenLink({ ...figure, models: {}, settings: '' })).toBe(
      `https://a.example/perceptron/?version=${present}#figure-perceptron`,
    ));
});
