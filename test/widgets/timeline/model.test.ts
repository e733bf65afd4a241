import { describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { dateText, events, laneOf, winterAt, winters, yearOf } from '../../../src/widgets/timeline/events.ts';
import { apart, placed } from '../../../src/widgets/timeline/layout.ts';
import { model, placeOf, type State, visibleEvents } from '../../../src/widgets/timeline/model.ts';

const first = model.initial(startSettings(model));
const walk = (state: State, by: number) => model.update(state, { kind: 'walk', by });
const without = (state: State, ...some: Parameters<typeof laneOf>[0]['kind'][]) =>
  some.reduce((now, kind) => model.update(now, { kind: 'toggle lane', lane: laneOf({ kind }) }), state);
const linked = (query: string) => {
  const { settings, notes } = readSettings(model, query);
  return { state: model.initial(settings), notes };
};

describe('the events', () => {
  it('are at least sixty, from 1943 to this decade, with all four lanes and both winters', () => {
    expect(events.length).toBeGreaterThanOrEqual(60);
    expect([events[0].date, Number(events[events.length - 1].date.slice(0, 4)) > 2020]).toEqual([
      '1943',
      true,
    ]);
    expect(new Set(events.map(laneOf)).size).toBe(4);
    expect(winters.map(({ from, to }) => [from, to])).toEqual([
      [1974, 1980],
      [1987, 1993],
    ]);
  });
  it('are named by date as exactly as it is known', () => {
    expect(['1966', '1958-01', '1958-07-08'].map((date) => dateText({ date }))).toEqual([
      '1966',
      'January 1958',
      '8 July 1958',
    ]);
    expect(yearOf({ date: '1958-07-08' })).toBeCloseTo(1958.52, 2);
  });
  it('fall into a winter, into disputed years beside it, or into neither', () => {
    const seasons = [1965, 1966, 1973.9, 1974, 1980.9, 1981, 1987, 1993.5, 1994, 2008].map((year) => {
      const found = winterAt(year);
      return found ? `${found.winter.id}${found.disputed ? '?' : ''}` : '';
    });
    expect(seasons).toEqual([
      '',
      'first?',
      'first?',
      'first',
      'first',
      '',
      'second',
      'second',
      'second?',
      '',
    ]);
  });
});

describe('the places', () => {
  const places = placed(events);
  it('keep events of one row apart, and use no row before the one below is full', () => {
    for (const one of places) {
      const near = places.filter(
        (other) =>
          other !== one && other.lane === one.lane && other.year <= one.year && other.year > one.year - apart,
      );
      expect(
        near.filter(({ row, event }) => row === one.row && events.indexOf(event) < events.indexOf(one.event)),
      ).toEqual([]);
      for (let row = 0; row < one.row; row++) expect(near.map((other) => other.row)).toContain(row);
    }
  });
  it('go forward with the list, so that walking never steps back', () => {
    const years = places.map(({ year }) => year);
    expect(years).toEqual([...years].sort((a, b) => a - b));
  });
});

describe('walking', () => {
  it('goes to the neighbours and the ends, and no further', () => {
    expect(placeOf(walk(first, 1))).toBe(placeOf(first) + 1);
    expect(placeOf(walk(first, -2))).toBe(placeOf(first) - 2);
    const [start, end] = [walk(first, -Infinity), walk(first, Infinity)];
    expect([placeOf(start), placeOf(walk(start, -1))]).toEqual([0, 0]);
    expect([placeOf(end), placeOf(walk(end, 10))]).toEqual([events.length - 1, events.length - 1]);
  });
  it('passes over the lanes that are left out', () => {
    const money = without(first, 'idea', 'system', 'report');
    expect(visibleEvents(money).every(({ kind }) => kind === 'funding')).toBe(true);
    expect(walk(walk(money, -Infinity), 1).event).toBe(visibleEvents(money)[1].id);
  });
  it('stays near in time when the selected event is left out, and one lane always stays', () => {
    const money = without(first, 'report', 'idea', 'system');
    // The Lighthill report is of 1973; speech understanding ends in 1976, the law on military research is of 1969.
    expect(without(first, 'report').event).not.toBe('lighthill');
    expect(money.event).toBe('speech-understanding');
    expect(without(money, 'funding')).toBe(money);
  });
});

describe('links', () => {
  it('hold the event and the lanes', () => {
    const state = walk(without(first, 'idea'), 3);
    const query = writeSettings(model, model.settingsOf(state));
    expect(linked(query)).toEqual({ state, notes: [] });
    expect(writeSettings(model, model.settingsOf(first))).toBe('');
  });
  it('that are hostile or of another time give the nearest valid state, and say so', () => {
    expect(linked('timeline.event=__proto__').state).toEqual(first);
    expect(linked('timeline.event=__proto__').notes[0]).toContain('“__proto__”');
    expect(linked('timeline.shown=').state.shown).toHaveLength(4);
    const some = linked('timeline.shown=money,plots&timeline.event=perceptrons');
    expect(some.state).toEqual({ shown: ['money'], event: 'mansfield' });
    expect(some.notes).toEqual([
      'The link asks for the lanes “money,plots”; here they are ideas, systems, money, verdicts, and money are shown.',
    ]);
  });
});

it('the sentence gives date, title, text, place and season', () => {
  expect(model.describe(first)).toMatch(
    /^1973: The Lighthill report\. .* Event \d+ of \d+, in years that some count to the first winter\.$/,
  );
  const later = model.update(first, { kind: 'select', event: 'lisp-machines' });
  expect(model.describe(later)).toContain('in the second winter as it is often dated');
});

it('the table has a row for each event that is shown', () => {
  expect(model.table(first).rows).toHaveLength(events.length);
  expect(model.table(without(first, 'idea')).rows).toHaveLength(
    events.filter((one) => laneOf(one) !== 'ideas').length,
  );
});
