import { describe, expect, it } from 'vitest';
import { barChartMarkup } from '../../../src/widgets/kit/bar-chart.ts';
import { contourMarkup, landscapePoints, levelsOf } from '../../../src/widgets/kit/contour-map.ts';
import { cellsMarkup, rangeOf, shadeOf } from '../../../src/widgets/kit/heatmap.ts';
import { matrixMarkup } from '../../../src/widgets/kit/matrix-view.ts';
import { networkMarkup, networkPlaces } from '../../../src/widgets/kit/network-diagram.ts';
import { middleSquare, toChannels } from '../../../src/widgets/kit/picture-input.ts';
import { frameOf } from '../../../src/widgets/kit/plot-frame.ts';
import { filterPicture } from '../../../src/widgets/kit/small-multiples.ts';
import { csvText, tableMarkup } from '../../../src/widgets/kit/table-view.ts';

const row = (...values: number[]) => ({ rows: 1, columns: values.length, values });

describe('heatmap', () => {
  it('shades as far on both sides of 0', () => {
    expect(rangeOf({ grid: row(-1, 4), shades: 'diverging' })).toEqual([-4, 4]);
    expect(shadeOf(-2, 'diverging', [-4, 4])).toBe(-0.5);
    expect(shadeOf(99, 'diverging', [-4, 4])).toBe(1);
  });
  it('has a range without numbers and with one number', () => {
    expect(rangeOf({ grid: row(), shades: 'diverging' })).toEqual([-1, 1]);
    expect(rangeOf({ grid: row(0, 0), shades: 'sequential' })).toEqual([0, 1]);
  });
  it('joins neighbours of one shade, leaves out 0 and crosses what has no value', () => {
    const text = cellsMarkup({ grid: row(1, 1, 0, -1, Number.NaN), shades: 'diverging' });
    expect(text).toContain('<path class="heat-more" fill-opacity="1" d="M0 0h2v1h-2z"/>');
    expect(text).toContain('<path class="heat-less" fill-opacity="1" d="M3 0h1v1h-1z"/>');
    expect(text).toContain('<path class="heat-missing" d="M4 0l1 1m-1 0l1 -1"/>');
    expect(text.match(/<path/g)).toHaveLength(3);
  });
  it('turns a filter over red, green and blue into pixels in which grey is 0', () => {
    const { pixels } = filterPicture([2, 0, 0, -2, 1, 0], 1, 2);
    expect([...pixels]).toEqual([255, 128, 191, 128, 0, 128]);
  });
});

describe('matrixMarkup', () => {
  it('gives the shape as rows × columns and sets a cell apart', () => {
    const text = matrixMarkup({
      name: 'W',
      grid: { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, -6] },
      highlights: [[1, 2]],
    });
    expect(text).toContain('2 × 3');
    expect(text).toMatch(
      /data-row="1" data-column="2" data-high><span class="cell-less"[^>]*><\/span><span class="cell-number">−6</,
    );
    expect(text.match(/data-high/g)).toHaveLength(1);
  });
  it('refuses a matrix that nobody can read', () => {
    const grid = { rows: 30, columns: 30, values: new Float32Array(900) };
    expect(() => matrixMarkup({ name: 'W', grid })).toThrow(
      'matrix W: 30 × 30 cells; a heatmap shows more than 400',
    );
  });
});

describe('barChartMarkup', () => {
  it('draws shares of the full bar and says why one is set apart', () => {
    const text = barChartMarkup({
      title: 'p',
      full: 1,
      bars: [
        { name: '7', value: 0.25, marked: 'the answer' },
        { name: '<', value: Number.NaN },
      ],
    });
    expect(text).toContain('class="plot-bar" width="25"');
    expect(text).toContain('7<span class="unseen">, the answer</span>');
    expect(text).toContain('&lt;</th>');
    expect(text).toContain('class="plot-bar" width="0"');
  });
});

describe('networkMarkup', () => {
  const spec = {
    id: 'n',
    title: 'Net',
    description: 'Two units and one.',
    layers: [
      { title: 'in', units: [{ name: 'a' }, { name: 'b' }] },
      { title: 'out', units: [{ name: 'c' }] },
    ],
    edges: [
      { from: [0, 0] as const, to: 0, weight: 4, highlighted: true },
      { from: [0, 1] as const, to: 0, weight: -1 },
    ],
  };
  it('shows sign by class and size by width, what is set apart on top', () => {
    const edges = [
      ...networkMarkup(spec, 400).matchAll(
        /class="edge edge-(\w+)"( data-high)? data-edge="[^"]*" stroke-width="([\d.]+)"/g,
      ),
    ];
    expect(edges.map(([, sign, high]) => [sign, Boolean(high)])).toEqual([
      ['less', false],
      ['more', true],
    ]);
    const [thin, wide] = edges.map(([, , , width]) => Number(width));
    expect(wide).toBe(6);
    // 0.4 + √(1/4) · (6 − 0.4)
    expect(thin).toBeCloseTo(3.2);
  });
  it('keeps every unit within the drawing', () => {
    const many = { layers: [{ title: '', units: Array.from({ length: 30 }, () => ({ name: '' })) }] };
    const { height, radius, at } = networkPlaces(many, 320);
    expect(at(0, 29)[1] + radius).toBeLessThan(height);
    expect(at(0, 0)[1] - radius).toBeGreaterThan(0);
  });
});

describe('contours', () => {
  const bowl = { x: [-2, 2] as const, y: [-1, 1] as const, columns: 41, rows: 21 };
  const points = landscapePoints(bowl);
  const values = Array.from({ length: 41 * 21 }, (_, i) => points[2 * i] ** 2 + points[2 * i + 1] ** 2);

  it('runs where the function has the level', () => {
    const spec = {
      id: 'c',
      title: '',
      description: '',
      x: { title: '', domain: bowl.x },
      y: { title: '', domain: bowl.y },
      series: [],
    };
    const frame = frameOf(spec, 600);
    const text = contourMarkup({ ...bowl, values }, [0.25], frame);
    const line = /class="plot-contour" d="([^"]*)"/.exec(text)?.[1] ?? '';
    const numbers = [...line.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      frame.x.invert(Number(x)),
      frame.y.invert(Number(y)),
    ]);
    // The area above the level runs around the circle of radius ½ and along the edge of the grid.
    const circle = numbers.filter(([x, y]) => Math.abs(x) < 1.5 && Math.abs(y) < 0.9);
    expect(circle.length).toBeGreaterThan(12);
    for (const [x, y] of circle) expect(Math.hypot(x, y)).toBeCloseTo(0.5, 1);
  });
  it('has levels that grow by one factor above the lowest value', () => {
    const levels = levelsOf([3, 3.5, 103], 4, 'log').map((level) => level - 3);
    expect(levels[1] / levels[0]).toBeCloseTo(10);
    expect(levels[3] / levels[2]).toBeCloseTo(10);
  });
  it('has no levels on flat ground', () => expect(levelsOf([2, 2, 2], 5, 'log')).toEqual([]));
});

describe('tables', () => {
  it('are copied with full numbers and with quotes where a program needs them', () => {
    expect(
      csvText({
        caption: '',
        columns: ['x', 'a, b'],
        rows: [
          [0.1 + 0.2, 'say "1"'],
          [Number.NaN, '=A1'],
        ],
      }),
    ).toBe('x,"a, b"\r\n0.30000000000000004,"say ""1"""\r\n,"=A1"\r\n');
  });
  it('show the first rows of many, and a sentence instead of none', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [i, i]);
    expect(tableMarkup({ caption: '', columns: ['a', 'b'], rows }).match(/<tr>/g)).toHaveLength(401);
    expect(tableMarkup({ caption: '', columns: ['a', 'b'], rows: [] })).toContain('No values yet.');
  });
});

describe('pictures of the reader’s own', () => {
  it('are cut to the square in their middle', () => {
    expect(middleSquare(100, 60)).toEqual({ left: 20, top: 0, side: 60 });
    expect(middleSquare(60, 100)).toEqual({ left: 0, top: 20, side: 60 });
  });
  it('become planes of red, green and blue from 0 to 1', () => {
    expect(
      [...toChannels([255, 51, 0, 255, 0, 0, 102, 255, 0, 0, 0, 255, 0, 0, 0, 255], 2)].map(
        (value) => Math.round(value * 10) / 10,
      ),
    ).toEqual([1, 0, 0, 0, 0.2, 0, 0, 0, 0, 0.4, 0, 0]);
  });
});
