import { describe, expect, it } from 'vitest';
import { renderFigure } from '../../../src/widgets/alexnet-layers/figure.ts';
import { layerTable } from '../../../src/widgets/alexnet-layers/layers.ts';
import { model, rowOf, type State } from '../../../src/widgets/alexnet-layers/model.ts';
import { sharesOf } from '../../../src/widgets/alexnet-layers/rows-markup.ts';
import { equationsOf, explain } from '../../../src/widgets/alexnet-layers/sentences.ts';
import { towerDrawings } from '../../../src/widgets/alexnet-layers/tower.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';

const start = model.initial(startSettings(model));
const then = (...actions: Parameters<typeof model.update>[1][]): State => actions.reduce(model.update, start);
const equation = (state: State, what: string) =>
  equationsOf(rowOf(state)).find((one) => one.what === what)?.text;

describe('the network as a graph', () => {
  const linesOf = (state: State, layer: string) =>
    state.table.program.filter((line) => line.layer === layer).map(({ text }) => text);
  it('gives every operator to its layer', () => {
    expect(linesOf(start, 'conv2').map((text) => text.replace(/ \{.*/, ''))).toEqual([
      'input  conv2.kernels float32[256, 48, 5, 5]',
      'input  conv2.bias float32[256]',
      expect.stringMatching(/^v\d+ \[1, 256, 27, 27\] = Conv\(pool1, conv2\.kernels/),
      ...linesOf(start, 'conv2').slice(3, -1),
      expect.stringMatching(/^conv2 \[1, 256, 27, 27\] = Relu\(/),
    ]);
    expect(linesOf(start, 'pool1').join()).toMatch(/Exp.+MaxPool/s);
    expect(start.table.program.filter(({ layer }) => layer === null).map(({ text }) => text)).toEqual([
      'input  x float32[1, 3, 227, 227]',
    ]);
  });
  it('changes with the network and with the picture', () => {
    const one = then({ kind: 'choose network', network: 'one-card' });
    expect(linesOf(one, 'conv2')[0]).toBe('input  conv2.kernels float32[256, 96, 5, 5]');
    const printed = then({ kind: 'choose picture', picture: 'printed' });
    expect(linesOf(printed, 'conv1').at(-1)).toContain('conv1 [1, 96, 54, 54] = Relu');
  });
});

describe('the layer table', () => {
  it('reads windows, groups and steps off the graph', () => {
    const { rows } = layerTable('two-cards', 'fitting');
    expect(rows.find(({ name }) => name === 'conv2')).toMatchObject({
      input: [96, 27],
      output: [256, 27],
      window: { size: 5, stride: 1, padding: 2 },
      groups: 2,
      steps: ['convolution', 'ReLU'],
    });
    expect(rows.find(({ name }) => name === 'pool1')).toMatchObject({
      window: { size: 3, stride: 2 },
      steps: ['local response normalisation', 'max pooling'],
      parameters: 0,
    });
    expect(rows.find(({ name }) => name === 'fc6')?.steps).toEqual([
      '9216 numbers in a row',
      'weighted sums',
      'ReLU',
    ]);
    expect(rows.filter(({ groups }) => groups === 2).map(({ name }) => name)).toEqual([
      'conv2',
      'conv4',
      'conv5',
    ]);
  });

  it('leaves normalisation and groups out of the network of torchvision', () => {
    const { rows, parameters } = layerTable('torchvision', 'padded');
    expect(parameters).toBe(61_100_840);
    expect(rows[1].steps).toEqual(['max pooling']);
    expect(rows.every(({ groups }) => groups === 1)).toBe(true);
  });
});

describe('the switch of the picture', () => {
  it('changes equation, shapes and totals together', () => {
    const printed = then(
      { kind: 'choose picture', picture: 'printed' },
      { kind: 'choose layer', layer: 'conv1' },
    );
    expect(equation(printed, 'Side')).toBe('⌊(224 + 2 · 0 − 11) / 4⌋ + 1 = ⌊53.25⌋ + 1 = 54');
    expect(printed.table.parameters).toBe(49_430_888);
    const padded = then(
      { kind: 'choose picture', picture: 'padded' },
      { kind: 'choose layer', layer: 'conv1' },
    );
    expect(equation(padded, 'Side')).toBe('⌊(224 + 2 · 2 − 11) / 4⌋ + 1 = ⌊54.25⌋ + 1 = 55');
    expect(padded.table.parameters).toBe(60_965_224);
    const fitting = then({ kind: 'choose layer', layer: 'conv1' });
    expect(equation(fitting, 'Side')).toBe('⌊(227 + 2 · 0 − 11) / 4⌋ + 1 = 55');
  });
});

describe('equations', () => {
  it('end in the numbers counted on the graph', () => {
    expect(equation(start, 'Parameters')).toBe('(5² · 96/2 + 1) · 256 = 307,456');
    expect(equation(start, 'Multiply-adds')).toBe('5² · 96/2 · 256 · 27² = 223,948,800');
    const fc6 = then({ kind: 'choose layer', layer: 'fc6' });
    expect(equation(fc6, 'Inputs')).toBe('256 · 6 · 6 = 9,216');
    expect(equation(fc6, 'Parameters')).toBe('(9,216 + 1) · 4,096 = 37,752,832');
  });

  it('have right arithmetic in every layer of every network', () => {
    const factor = (text: string): number => {
      const [, number, square, divisor] = /^([\d,]+)(²)?(?:\/(\d+))?$/.exec(text) ?? [];
      return Number(number.replaceAll(',', '')) ** (square ? 2 : 1) / Number(divisor ?? 1);
    };
    const product = (text: string): number => text.split(' · ').reduce((so, one) => so * factor(one), 1);
    const value = (text: string): number => {
      const [, sum, times] = /^\((.*) \+ 1\) · (.*)$/.exec(text) ?? [];
      return sum ? (product(sum) + 1) * product(times) : product(text);
    };
    let checked = 0;
    for (const network of ['two-cards', 'one-card', 'torchvision'] as const)
      for (const picture of ['fitting', 'padded', 'printed'] as const)
        for (const row of layerTable(network, picture).rows)
          for (const { what, text } of equationsOf(row)) {
            const [left, right] = text.split(' = ');
            if (what === 'Side' || right === undefined) continue;
            expect(value(left)).toBe(value(right));
            checked++;
          }
    expect(checked).toBeGreaterThan(100);
  });
});

describe('sentences', () => {
  it('say who sees whom', () => {
    expect(explain(rowOf(start))).toContain('only the maps on its own card');
    expect(explain(rowOf(then({ kind: 'choose network', network: 'one-card' })))).toContain('every map');
  });
  it('give the layer’s share of parameters and work', () =>
    expect(model.describe(start)).toBe(
      'conv2 turns 96 maps of 27 × 27 into 256 maps of 27 × 27 with 307,456 parameters, 0.5 % of all, in 223,948,800 ' +
        'multiply-adds, 30.9 % of all. The network has 60,965,224 parameters and needs 724,406,816 multiply-adds for a picture.',
    ));
  it('say where parameters and work lie', () =>
    expect(sharesOf(start.table)).toEqual({ parameters: '96.2 %', work: '91.9 %' }));
});

describe('the towers', () => {
  const count = (drawing: string) => (drawing.match(/class="tower-front"/g) ?? []).length;
  it('stand on two cards in 2012, meet in the scores, and are one elsewhere', () => {
    expect(towerDrawings(start.table).map(count)).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1]);
    expect(towerDrawings(layerTable('one-card', 'fitting')).map(count)).toEqual(new Array(12).fill(1));
  });
  it('cross where every map is seen, and do not where the cards are blind to each other', () => {
    const lines = towerDrawings(start.table).map(
      (one) => (one.match(/<path class="tower-line" d="M\d+ 0L/g) ?? []).length,
    );
    // picture, conv1, pool1, conv2, pool2, conv3, conv4, conv5, pool5, fc6, fc7, fc8
    expect(lines).toEqual([0, 2, 2, 2, 2, 4, 2, 2, 2, 4, 4, 2]);
  });
});

describe('links and table', () => {
  it('carry network, picture and layer', () => {
    const state = then(
      { kind: 'choose network', network: 'torchvision' },
      { kind: 'choose layer', layer: 'fc7' },
    );
    const query = writeSettings(model, model.settingsOf(state));
    expect(model.initial(readSettings(model, query).settings)).toEqual(state);
  });
  it('has a row for each layer and one for all', () => {
    const { rows, columns } = model.table(start);
    expect(rows).toHaveLength(12);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[11]).toContain('60,965,224');
  });
});

it('the static figure holds every layer with its numbers', async () => {
  const markup = await renderFigure();
  for (const text of ['fc8', '37,752,832', '223,948,800', '60,965,224']) expect(markup).toContain(text);
});
