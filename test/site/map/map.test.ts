import { describe, expect, it } from 'vitest';
import { drawMap } from '../../../src/site/map/draw-map.ts';
import { relationsAmong } from '../../../src/site/map/relations.ts';
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
  term('momentum', { prerequisites: ['gradient'], related: ['nesterov', 'elsewhere'] }),
  term('nesterov', { broader: ['momentum'], prerequisites: ['gradient'] }),
  term('gradient', { related: ['momentum', 'a&b'] }),
  term('a&b'),
];

describe('relations among some entries', () => {
  it('are one for each pair, the strongest, from what comes first', () => {
    expect(relationsAmong(entries)).toEqual([
      { from: 'gradient', to: 'momentum', kind: 'prerequisite' },
      { from: 'gradient', to: 'nesterov', kind: 'prerequisite' },
      { from: 'momentum', to: 'nesterov', kind: 'broader' },
      { from: 'gradient', to: 'a&b', kind: 'related' },
    ]);
  });
});

describe('the drawing of a map', () => {
  const svg = drawMap(entries, 'concepts', (id) => `/base/${id}/`);
  it('has a link for each entry and a line for each relation', () => {
    expect(svg.match(/<a href="\/base\/[^"]*\/">/g)).toHaveLength(4);
    expect(svg.match(/class="map-(prerequisite|broader|related)"/g)).toHaveLength(4);
    expect(svg.match(/marker-end/g)).toHaveLength(3);
    expect(svg).toContain('A&amp;B</text>');
  });
  it('sets what comes first to the left of what rests on it', () => {
    const left = (id: string) => Number(new RegExp(`/base/${id}/"><rect x="([\\d.]+)"`).exec(svg)?.[1]);
    expect(left('gradient')).toBeLessThan(left('momentum'));
    expect(left('momentum')).toBeLessThan(left('nesterov'));
  });
});
