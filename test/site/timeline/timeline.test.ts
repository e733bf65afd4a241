import { describe, expect, it } from 'vitest';
import { checkNames } from '../../../src/site/timeline/check-names.ts';
import { byPeriod, periods, yearsOf } from '../../../src/site/timeline/periods.ts';
import { events, type Timeline, winters } from '../../../src/widgets/timeline/events.ts';

const one: Timeline = {
  winters: [],
  events: [
    {
      id: 'lms',
      date: '1960',
      kind: 'idea',
      title: 'The delta rule',
      text: 'Widrow and Hoff adapt the weights by the size of the error.',
      sources: { 'widrow-1960': 'Widrow and Hoff 1960' },
      entries: { 'delta-rule': 'Delta rule' },
    },
  ],
};
const entries = [{ id: 'delta-rule', data: { term: 'Delta rule', aliases: ['LMS rule'] } }];
const check = (sources: readonly string[], known = entries) => checkNames(one, sources, known);

describe('the names that the timeline drops', () => {
  it('are those of sources and entries', () => {
    expect(() => check(['widrow-1960'])).not.toThrow();
  });
  it('stop the build where the bibliography has no such source', () => {
    expect(() => check(['widrow-1961'])).toThrow(
      'content/timeline.json: "lms": sources: "widrow-1960" is not in content/sources.bib. Did you mean "widrow-1961"?',
    );
  });
  it('stop the build where there is no such entry, or it has another name', () => {
    expect(() => check(['widrow-1960'], [])).toThrow('"lms": entries: there is no entry "delta-rule".');
    const renamed = [{ id: 'delta-rule', data: { term: 'Widrow–Hoff rule', aliases: [] } }];
    expect(() => check(['widrow-1960'], renamed)).toThrow(
      'the entry "delta-rule" is called "Widrow–Hoff rule", not "Delta rule"',
    );
  });
});

describe('the periods', () => {
  it('hold every event once, in order', () => {
    expect(byPeriod(events).flatMap((part) => part.events)).toEqual(events);
    expect(byPeriod(events).every((part) => part.events.length > 0)).toBe(true);
  });
  it('begin and end with the winters as they are often dated', () => {
    const years = periods.map((_, i) => yearsOf(i));
    expect(years).toEqual(expect.arrayContaining(winters.map(({ from, to }) => `${from}–${to}`)));
    expect(years.at(-1)).toBe('since 2013');
  });
});
