import { describe, expect, it } from 'vitest';
import { arcDiagram, readingOrder } from '../../../src/site/map/arc-diagram.ts';
import { lines } from '../../../src/site/map/drawing.ts';
import { egoMaps } from '../../../src/site/map/ego-map.ts';
import { around, relationsAmong } from '../../../src/site/map/relations.ts';
import type { Term } from '../../../src/site/term-list.ts';

const term = (id: string, relations: Partial<Term['data']> = {}): Term => ({
  id,
  data: {
    term: id.toUpperCase(),
    category: 'concepts',
    related: [],
    prerequisites: [],
    broader: [],
    contrast: [],
    shownIn: [],
    ...relations,
  },
});
const entries = [
  term('momentum', { prerequisites: ['gradient'], related: ['nesterov', 'elsewhere'], contrast: ['adam'] }),
  term('nesterov', { broader: ['momentum'], prerequisites: ['gradient'] }),
  term('gradient', { related: ['momentum', 'a&b'] }),
  term('adam', { related: ['momentum'] }),
  term('a&b'),
];
const link = (id: string) => `/base/${id}/`;
const hrefs = (svg: string) => [...svg.matchAll(/<a href="\/base\/([^"]*)\/"/g)].map(([, id]) => id);

describe('relations among some entries', () => {
  it('are one for each pair, the strongest, from what comes first', () => {
    expect(relationsAmong(entries)).toEqual([
      { from: 'gradient', to: 'momentum', kind: 'prerequisite' },
      { from: 'gradient', to: 'nesterov', kind: 'prerequisite' },
      { from: 'momentum', to: 'nesterov', kind: 'broader' },
      { from: 'momentum', to: 'adam', kind: 'contrast' },
      { from: 'gradient', to: 'a&b', kind: 'related' },
    ]);
  });
});

describe('around an entry', () => {
  const labels = (id: string) => {
    const { before, after } = around(entries, id);
    const named = (groups: typeof before) =>
      groups.map(({ label, entries }) => `${label}: ${entries.map((one) => one.id)}`);
    return { before: named(before), after: named(after) };
  };
  it('are what comes before it and what comes after, whoever says so', () => {
    expect(labels('momentum')).toEqual({
      before: ['Read first: gradient', 'Compare: adam'],
      after: ['Kinds and parts: nesterov'],
    });
    expect(labels('adam')).toEqual({ before: ['Compare: momentum'], after: [] });
    expect(labels('gradient')).toEqual({
      before: [],
      after: ['Leads on to: momentum,nesterov', 'See also: a&b'],
    });
  });
});

describe('the order of reading', () => {
  it('sets each entry below all that it rests on, and as near as can be', () => {
    const some = [
      term('c', { prerequisites: ['b'] }),
      term('far'),
      term('a'),
      term('b', { prerequisites: ['a'] }),
      term('d', { prerequisites: ['far', 'b'] }),
    ];
    const order = readingOrder(some, relationsAmong(some)).map(({ id }) => id);
    expect(order).toEqual(['far', 'a', 'b', 'c', 'd']);
  });
  it('leaves none out where relations go round in a circle', () => {
    const some = [
      term('a', { prerequisites: ['b'] }),
      term('b', { broader: ['c'] }),
      term('c', { broader: ['a'] }),
    ];
    expect(readingOrder(some, relationsAmong(some))).toHaveLength(3);
  });
});

describe('the arc diagram of some entries', () => {
  const svg = arcDiagram(entries.slice(0, 2), entries, { label: 'concepts', link });
  it('has a link for each, and for what they rest on elsewhere, marked as such', () => {
    expect(hrefs(svg).sort()).toEqual(['gradient', 'momentum', 'nesterov']);
    expect(svg.match(/map-elsewhere/g)).toHaveLength(1);
  });
  it('has one line for each relation, with an arrow where it has a direction', () => {
    expect(svg.match(/class="map-line/g)).toHaveLength(3);
    expect(svg.match(/marker-end/g)).toHaveLength(3);
  });
  it('sets what comes first above what rests on it', () => {
    expect(hrefs(svg)).toEqual(['gradient', 'momentum', 'nesterov']);
  });
});

describe('the drawings around an entry', () => {
  const [wide, narrow] = egoMaps(entries[0], entries, link).split(/(?<=<\/svg>)/);
  it.each([
    { form: 'wide', svg: wide },
    { form: 'narrow', svg: narrow },
  ])('name every neighbour under its relation, $form', ({ svg }) => {
    expect(hrefs(svg).sort()).toEqual(['adam', 'gradient', 'nesterov']);
    expect(svg.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')).toBe(
      '|Read first|GRADIENT|Compare|ADAM|MOMENTUM|Kinds and parts|NESTEROV|',
    );
    expect(svg.match(/class="map-line/g)).toHaveLength(3);
    expect(svg.match(/marker-end/g)).toHaveLength(2);
  });
  it('escape names', () => expect(egoMaps(entries[2], entries, link)).toContain('A&amp;B</tspan>'));
  it('are none where nothing is related', () => expect(egoMaps(term('x'), [term('x')], link)).toBe(''));
});

describe('a long name', () => {
  it('is set in two lines of about equal length', () => {
    expect(lines('Restricted Boltzmann machine', 27)).toEqual(['Restricted', 'Boltzmann machine']);
    expect(lines('Learning-rate schedule', 12)).toEqual(['Learning-rate', 'schedule']);
    expect(lines('Backpropagation', 5)).toEqual(['Backpropagation']);
  });
});
