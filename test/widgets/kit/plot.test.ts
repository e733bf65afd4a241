import { describe, expect, it } from 'vitest';
import { axisScale, axisTicks } from '../../../src/widgets/kit/axis.ts';
import { type PlotSpec, plotMarkup } from '../../../src/widgets/kit/plot.ts';
import { arrowMarkup } from '../../../src/widgets/kit/plot-arrow.ts';
import { frameOf } from '../../../src/widgets/kit/plot-frame.ts';
import { readOut, stopsOf, tableOf } from '../../../src/widgets/kit/plot-readout.ts';

const spec: PlotSpec = {
  id: 'p',
  title: 'Loss & more',
  description: 'Two curves.',
  x: { title: 'Step' },
  y: { title: 'Loss' },
  series: [
    {
      name: 'training',
      points: [
        [0, 4],
        [1, Number.NaN],
        [2, 1],
        [3, 0.5],
      ],
    },
    {
      name: 'test',
      points: [
        [0, 5],
        [3, 2],
      ],
    },
  ],
};
const count = (text: string, part: string) => text.split(part).length - 1;

describe('axisScale', () => {
  it('rounds the extent of the values to ticks and ignores what has no place', () => {
    expect(
      axisScale({ title: '' }, [0.13, 9.7, Number.NaN, Number.POSITIVE_INFINITY], [0, 1]).domain(),
    ).toEqual([0, 10]);
  });
  it('leaves out of a logarithmic axis what is not positive', () => {
    expect(axisScale({ title: '', kind: 'log' }, [-5, 0, 0.02, 70], [0, 1]).domain()).toEqual([0.01, 100]);
  });
  it('puts a single value in the middle, also 0', () => {
    expect(axisScale({ title: '' }, [0, 0], [0, 100])(0)).toBe(50);
    expect(axisScale({ title: '', kind: 'log' }, [8], [0, 100])(8)).toBeCloseTo(50);
  });
  it('has a domain without data', () => {
    expect(axisScale({ title: '' }, [], [0, 1]).domain()).toEqual([0, 1]);
  });
});

describe('axisTicks', () => {
  const ticks = (kind: 'linear' | 'log' | 'symlog', domain: [number, number], most: number) =>
    axisTicks({ title: '', kind, domain }, axisScale({ title: '', kind, domain }, [], [0, 1]), most);

  it('marks powers of ten on a logarithmic axis, fewer where there is no room', () => {
    expect(ticks('log', [0.001, 1000], 8)).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
    expect(ticks('log', [0.001, 1000], 4)).toEqual([0.001, 0.1, 10, 1000]);
  });
  it('keeps 0 among the ticks of a symlog axis', () => {
    expect(ticks('symlog', [-1000, 1000], 5)).toEqual([-1000, -10, 0, 10, 1000]);
    expect(ticks('symlog', [-10, 10], 9)).toEqual([-10, -1, 0, 1, 10]);
  });
  it('falls back to even ticks within one decade', () => {
    expect(ticks('log', [2, 8], 3)).toEqual([2, 4, 6, 8]);
  });
});

describe('plotMarkup', () => {
  it('puts the text of a horizontal mark at its end, or where it covers less of the lines', () => {
    const anchorOf = (y: number) => {
      const markup = plotMarkup(
        {
          id: 'p',
          title: 'Level',
          description: 'A line and a level.',
          x: { title: 'x', domain: [0, 10] },
          y: { title: 'y', domain: [0, 1] },
          series: [
            {
              name: 'line',
              points: [
                [0, 0.9],
                [5, 0.52],
                [10, 0.52],
              ],
            },
          ],
          marks: [{ y, text: 'level' }],
        },
        400,
      );
      const [, dy, anchor] = /dy="([^"]+)" text-anchor="(\w+)">level</.exec(markup) ?? [];
      return `${anchor} ${dy}`;
    };
    expect(anchorOf(0.2)).toBe('end -0.4em');
    expect(anchorOf(0.5)).toBe('end 1.1em');
  });

  it('names and describes the drawing, with what could break markup escaped', () => {
    const text = plotMarkup(spec, 640);
    expect(text).toMatch(/role="img" aria-labelledby="p-640-title p-640-text"/);
    expect(text).toContain('<title id="p-640-title">Loss &amp; more</title>');
  });
  it('leaves a gap where a value is missing', () => {
    const [path] = plotMarkup(spec, 640).match(/class="plot-line" d="[^"]*"/) ?? [];
    // From step 0 to the gap, and again from step 2 to 3.
    expect(count(path ?? '', 'M')).toBe(2);
    expect(plotMarkup(spec, 640)).not.toContain('NaN');
  });
  it('writes names at the lines where there is room, and leaves them to a legend on a telephone', () => {
    expect(count(plotMarkup(spec, 640), 'class="plot-name"')).toBe(2);
    expect(count(plotMarkup(spec, 320), 'class="plot-name"')).toBe(0);
  });
  it('keeps names apart whose lines end at the same value', () => {
    const same = ['a', 'b', 'c'].map((name) => ({
      name,
      points: [
        [0, 0],
        [1, 1],
      ] as [number, number][],
    }));
    const text = plotMarkup({ ...spec, series: same }, 640);
    const places = [...text.matchAll(/class="plot-name" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(places).toHaveLength(3);
    const sorted = places.sort((a, b) => a - b);
    expect(Math.min(sorted[1] - sorted[0], sorted[2] - sorted[1])).toBeGreaterThanOrEqual(16);
  });
  it('gives series of one plot different symbols', () => {
    const outlines = new Set(
      [...plotMarkup(spec, 640).matchAll(/class="plot-symbol"[^>]* d="([^"]*)"/g)].map(([, d]) => d),
    );
    expect(outlines.size).toBe(2);
  });
  it('draws a single bar of one series as wide as those of another', () => {
    const bars: PlotSpec = {
      id: 'bars',
      title: 'Bars',
      description: 'Two kinds of bars.',
      x: { title: 'x', domain: [0, 10] },
      y: { title: 'y' },
      series: [
        { name: 'one', as: 'bars', points: [[5, 8]] },
        {
          name: 'many',
          as: 'bars',
          points: [
            [4, 2],
            [5, 3],
            [6, 1],
          ],
        },
      ],
    };
    const widths = [...plotMarkup(bars, 640).matchAll(/plot-bar"[^>]* width="([\d.]+)"/g)].map(([, w]) => w);
    expect(widths).toHaveLength(4);
    expect(new Set(widths).size).toBe(1);
  });
  it('draws bars from 0 although no value is there', () => {
    const bars: PlotSpec = {
      ...spec,
      series: [
        {
          name: 'n',
          as: 'bars',
          points: [
            [0, 10],
            [1, 20],
          ],
        },
      ],
    };
    const heights = [...plotMarkup(bars, 640).matchAll(/plot-bar"[^>]* height="([\d.]+)"/g)].map(([, h]) =>
      Number(h),
    );
    expect(heights[1] / heights[0]).toBeCloseTo(2, 1);
  });
  it('says what is missing in a plot without data', () => {
    expect(plotMarkup({ ...spec, series: [], empty: 'Nothing yet.' }, 640)).toContain('>Nothing yet.</text>');
  });
});

describe('the read-out', () => {
  it('goes through every place at which a series has a value', () => {
    expect(stopsOf(spec)).toEqual([0, 1, 2, 3]);
  });
  it('names the values at a place, and says where there is none', () => {
    expect(readOut(spec, 3)).toBe('Step 3: training 0.5, test 2');
    expect(readOut(spec, 1)).toBe('Step 1: training no value');
  });
  it('is the table too', () => {
    const { columns, rows } = tableOf(spec);
    expect(columns).toEqual(['Step', 'training', 'test']);
    expect(rows[0]).toEqual([0, 4, 5]);
    expect(rows[2]).toEqual([2, 1, '']);
  });
});

describe('arrowMarkup', () => {
  const frame = frameOf(spec, 640);
  const arrow = (to: [number, number]) => arrowMarkup({ from: [1, 1], to, number: 2, text: 'v' }, frame);
  it('ends at its head', () => {
    const [x, y] = [frame.x(2), frame.y(3)].map((at) => String(Math.round(at * 100) / 100));
    expect(arrow([2, 3])).toContain(`class="plot-arrow-head" d="M${x} ${y}L`);
  });
  it('is nothing where a vector has no length or overflowed', () => {
    expect(arrow([1, 1])).toBe('');
    expect(arrow([Number.POSITIVE_INFINITY, 1])).toBe('');
  });
});
