import { describe, expect, it } from 'vitest';
import {
  linkTo,
  readSettings,
  startingAt,
  startSettings,
  writeSettings,
} from '../../../src/widgets/kit/settings.ts';
import { choice, flag, oneOf, real, rows, vector, whole } from '../../../src/widgets/kit/settings-fields.ts';

const schema = {
  name: 'demo',
  fields: {
    points: choice('points', ['and', 'or', 'xor'], 'and'),
    rate: oneOf('learning rate', [0.01, 0.1, 1], 0.1),
    angle: real('angle', { min: -1, max: 1, step: 0.25 }, 0),
    seed: whole('seed', { min: 1, max: 99 }, 7),
    fog: flag('fog', false),
    own: rows(
      'own points',
      {
        columns: [
          { min: 0, max: 1 },
          { min: -1, max: 1, step: 2 },
        ],
        most: 3,
      },
      [[0.5, 1]],
    ),
    start: vector('starting point', { min: -2, max: 2 }, [1, -1]),
  },
};

const read = (query: string) => readSettings(schema, query);

describe('a link without settings', () => {
  it.each(['', '?', '?other.rate=5', '?utm_source=x', '?demo=1', '?%E0%A4%A'])(
    '%s gives the start and no note',
    (query) => {
      expect(read(query)).toEqual({ settings: startSettings(schema), notes: [] });
    },
  );
});

describe('what is written', () => {
  const changed = {
    points: 'xor',
    rate: 0.01,
    angle: -0.75,
    seed: 99,
    fog: true,
    own: [
      [0.25, -1],
      [1, 1],
    ],
    start: [0.125, -2],
  } as const;
  it('is what differs from the start, and the version', () => {
    expect(writeSettings(schema, { ...startSettings(schema), rate: 1, start: [0, -2] })).toBe(
      'demo.rate=1&demo.start=0,-2&demo.v=1',
    );
    expect(writeSettings(schema, startSettings(schema))).toBe('');
  });
  it('is read back as the same settings without a note', () => {
    expect(read(writeSettings(schema, changed))).toEqual({ settings: changed, notes: [] });
  });
  it('can be an empty list', () => {
    const empty = { ...startSettings(schema), own: [] };
    expect(read(writeSettings(schema, empty))).toEqual({ settings: empty, notes: [] });
  });
  it('leaves the settings of other figures and the rest of the query in the link', () => {
    const page = {
      origin: 'https://a.example',
      pathname: '/p/',
      search: '?q=1&demo.seed=3&demo.v=1&else.v=2',
    };
    expect(linkTo(schema, { ...startSettings(schema), fog: true }, page)).toBe(
      'https://a.example/p/?q=1&else.v=2&demo.fog=1&demo.v=1#figure-demo',
    );
    expect(linkTo(schema, startSettings(schema), { ...page, search: '' })).toBe(
      'https://a.example/p/#figure-demo',
    );
  });
});

describe('a link that asks for what cannot be', () => {
  it.each([
    ['rate=1e9', { rate: 1 }, 'The link sets the learning rate to “1e9”; the nearest here is 1.'],
    ['rate=0.05', { rate: 0.1 }, 'The link sets the learning rate to “0.05”; the nearest here is 0.1.'],
    ['rate=-3', { rate: 0.01 }, 'The link sets the learning rate to “-3”; the nearest here is 0.01.'],
    ['rate=1e9999', { rate: 1 }, 'The link sets the learning rate to “1e9999”; the nearest here is 1.'],
    [
      'rate=NaN',
      { rate: 0.1 },
      'The link sets the learning rate to “NaN”, which is no number; it starts at 0.1.',
    ],
    [
      'rate=0x10',
      { rate: 0.1 },
      'The link sets the learning rate to “0x10”, which is no number; it starts at 0.1.',
    ],
    ['angle=7', { angle: 1 }, 'The link sets the angle to “7”; the largest here is 1.'],
    ['angle=-Infinity', { angle: -1 }, 'The link sets the angle to “-Infinity”; the smallest here is -1.'],
    ['angle=0.3', { angle: 0.25 }, 'The link sets the angle to “0.3”; the nearest here is 0.25.'],
    ['seed=2.6', { seed: 3 }, 'The link sets the seed to “2.6”; the nearest here is 3.'],
    ['seed=', { seed: 7 }, 'The link sets the seed to nothing, which is no number; it starts at 7.'],
    [
      'fog=yes',
      { fog: false },
      'The link sets the fog to “yes”; here it is 1 for yes or 0 for no, and starts as 0.',
    ],
    [
      'points=constructor',
      { points: 'and' },
      'The link sets the points to “constructor”; here it is one of and, or, xor, and starts as and.',
    ],
    [
      'own=0.5,1_9,1_x,y_0.1',
      {
        own: [
          [0.5, 1],
          [1, 1],
        ],
      },
      'The link gives the own points: 2 could not be read; some lay outside and were moved.',
    ],
    [
      'own=0,1_0,1_0,1_0,1',
      {
        own: [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
      },
      'The link gives the own points: there is room for 3 of 4.',
    ],
    [
      'start=1',
      { start: [1, -1] },
      'The link sets the starting point to “1”; that gives fewer than 1, so those of the start are shown.',
    ],
    ['size=4', {}, 'The link sets “size”, which this figure does not have.'],
    ['__proto__=4', {}, 'The link sets “__proto__”, which this figure does not have.'],
    ['seed=1&demo.seed=2', { seed: 1 }, 'The link sets “seed” more than once; the first counts.'],
  ])('%s', (query, settings, note) => {
    expect(read(`?demo.${query}`)).toEqual({
      settings: { ...startSettings(schema), ...settings },
      notes: [note],
    });
  });
  it('keeps what is too long and what could turn a sentence round out of the note', () => {
    const { settings, notes } = read(
      `?demo.points=${'x'.repeat(5000)}&demo.rate=%E2%80%AE%00abc${'9'.repeat(90)}`,
    );
    expect(settings).toEqual(startSettings(schema));
    expect(notes[0]).toBe(
      'The link’s text for the points is too long, so the figure starts as it always does.',
    );
    expect(notes[1]).toBe(
      'The link sets the learning rate to “abc999999999999999999999…”, which is no number; it starts at 0.1.',
    );
  });
  it('counts mistakes beyond the first four instead of listing them', () => {
    const { notes } = read(`?${Array.from({ length: 1000 }, (_, i) => `demo.f${i}=1`).join('&')}`);
    expect(notes).toHaveLength(5);
    expect(notes[4]).toBe('And 996 more that could not be followed.');
  });
});

describe('a link of another version', () => {
  const second = {
    ...schema,
    version: 3,
    migrations: { 1: ({ speed, ...rest }: Readonly<Record<string, string>>) => ({ ...rest, rate: speed }) },
  };
  it('is moved on, version by version', () => {
    expect(readSettings(second, 'demo.speed=1&demo.v=1')).toEqual({
      settings: { ...startSettings(schema), rate: 1 },
      notes: [],
    });
  });
  it('without a version is read as of today', () => {
    expect(readSettings(second, 'demo.rate=1').settings.rate).toBe(1);
  });
  it.each([
    ['4', 'The link was made by a newer version of this figure; what is known of it is shown.'],
    ['0', 'The link names the version “0”, which there is not; it is read as of today.'],
    ['<b>', 'The link names the version “<b>”, which there is not; it is read as of today.'],
  ])('that says %s is read as far as it can be', (version, note) => {
    const { settings, notes } = readSettings(second, `demo.rate=1&demo.v=${encodeURIComponent(version)}`);
    expect(settings.rate).toBe(1);
    expect(notes).toEqual([note]);
  });
});

describe('another start', () => {
  const { schema: started, notes } = startingAt(schema, 'points=xor&seed=9');
  it('is what a page asks for, and everything else stays', () => {
    expect(notes).toEqual([]);
    expect(startSettings(started)).toEqual({ ...startSettings(schema), points: 'xor', seed: 9 });
    expect(startingAt(schema, '').schema).toBe(schema);
  });
  it('need not be written, but the usual start then must be', () => {
    expect(writeSettings(started, startSettings(started))).toBe('');
    const usual = writeSettings(started, startSettings(schema));
    expect(usual).toBe('demo.points=and&demo.seed=7&demo.v=1');
    expect(readSettings(started, usual).settings).toEqual(startSettings(schema));
  });
  it('gives way to a link', () => {
    expect(readSettings(started, 'demo.points=or').settings).toMatchObject({ points: 'or', seed: 9 });
  });
  it('says what it could not follow', () => {
    expect(startingAt(schema, 'points=nand&speed=3').notes).toEqual([
      'The link sets the points to “nand”; here it is one of and, or, xor, and starts as and.',
      'The link sets “speed”, which this figure does not have.',
    ]);
  });
});
