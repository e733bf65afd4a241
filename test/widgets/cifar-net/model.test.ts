import { describe, expect, it } from 'vitest';
import { drawings } from '../../../src/datasets/drawings/index.ts';
import { renderFigure } from '../../../src/widgets/cifar-net/figure.ts';
import { layerNames, shapeOf, summarise } from '../../../src/widgets/cifar-net/layers.ts';
import { columnsOf, mapsPicture } from '../../../src/widgets/cifar-net/maps-picture.ts';
import { model } from '../../../src/widgets/cifar-net/model.ts';
import { painted } from '../../../src/widgets/cifar-net/painted.ts';
import { epochSentence, percentText } from '../../../src/widgets/cifar-net/sentences.ts';
import { answersOf, drawingPicture, type State } from '../../../src/widgets/cifar-net/state.ts';
import { colourPicture } from '../../../src/widgets/kit/pixel-picture.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { modelFile } from '../../support/trained-cifar-net.ts';

const start = model.initial(startSettings(model));
const then = (...actions: Parameters<typeof model.update>[1][]): State => actions.reduce(model.update, start);
const json = (file: string) => JSON.parse(new TextDecoder().decode(modelFile('cifar-net', file)));
const shipped = { card: json('card.json'), history: json('history.json') };

/** Answers that name the class of this place, with the other layers at zero. */
const answersFor = (place: number) => ({
  ...Object.fromEntries(
    layerNames.map((name) => {
      const { channels, side } = shapeOf(name);
      return [name, new Float32Array(channels * side * side)];
    }),
  ),
  probability: Float32Array.from({ length: 10 }, (_, i) => (i === place ? 0.91 : 0.01)),
});
const answered = (state: State, place: number): State =>
  model.update(state, { kind: 'answered', picture: state.picture, answers: answersFor(place) });

describe('the state', () => {
  it('begins with a drawing, the first layer and the trained filters', () => {
    expect(start).toMatchObject({ source: { kind: 'drawing', name: 'cat' }, layer: 'conv1.relu', epoch: 26 });
    expect(start.picture).toBe(drawingPicture('cat'));
  });

  it('shows answers only while they are about the picture that is shown', () => {
    const cat = answered(start, 3);
    expect(answersOf(cat)).not.toBeNull();
    expect(answersOf(model.update(cat, { kind: 'take drawing', name: 'ship' }))).toBeNull();
  });

  it('paints strokes on a ground, and again when ground or pen change', () => {
    const strokes = [
      [
        [0.25, 0.5],
        [0.75, 0.5],
      ],
    ] as const;
    const drawn = then({ kind: 'paint', strokes });
    expect(drawn.source.kind).toBe('painted');
    expect(drawn.picture).toEqual(painted(strokes, 'sky', 'dark'));
    expect(model.update(drawn, { kind: 'set ink', ink: 'red' }).picture).toEqual(
      painted(strokes, 'sky', 'red'),
    );
    const red = painted(strokes, 'white', 'red');
    // On the stroke red, above it white.
    expect([red[16 * 32 + 16], red[1024 + 16 * 32 + 16]]).toEqual([
      expect.closeTo(190 / 255, 5),
      expect.closeTo(30 / 255, 5),
    ]);
    expect(red[8 * 32 + 16]).toBeCloseTo(1, 5);
  });

  it('keeps the epoch within the recorded ones', () => {
    expect(then({ kind: 'show epoch', epoch: 99 }).epoch).toBe(26);
    expect(then({ kind: 'show epoch', epoch: -1 }).epoch).toBe(0);
  });

  it('does not put a picture of the reader into a link', () => {
    const own = then(
      { kind: 'take own', picture: new Float32Array(3072), name: 'me.jpg' },
      { kind: 'show epoch', epoch: 4 },
    );
    const link = writeSettings(model, model.settingsOf(own));
    expect(link).toBe('cifar-net.epoch=4&cifar-net.v=1');
    expect(model.initial(readSettings(model, link).settings)).toMatchObject({
      epoch: 4,
      source: { name: 'cat' },
    });
  });
});

describe('sentences', () => {
  it('say what the network takes a drawing for, and whether that is right', () => {
    expect(model.describe(answered(start, 3))).toMatch(
      /^The network takes our drawing of the face of a tabby cat for a cat, with 91 %, which is right; next comes an? \w+, with 1 %\./,
    );
    expect(model.describe(answered(start, 0))).toContain('for an airplane, with 91 %, which is wrong');
  });
  it('count silent maps', () =>
    expect(model.describe(answered(start, 3))).toContain(
      'conv1: ReLU: 32 maps of 15 × 15, 32 of them silent.',
    ));
  it('say how good the network was at an epoch and how far its filters had moved', () => {
    const loaded = then({ kind: 'loaded', shipped });
    expect(epochSentence({ ...loaded, epoch: 0 })).toBe(
      'Before training: 11.2 % of 2,000 test pictures right; the filters have moved by 0 % of their first length.',
    );
    expect(epochSentence(loaded)).toMatch(/^After 26 epochs: 79.9 % of 2,000 test pictures right/);
  });
  it('do not round what is there to nothing', () => expect(percentText(0.0004)).toMatch(/^<.0\.1.%$/));
});

describe('the picture of a layer', () => {
  it('has a tile for each channel, white for the largest, and the root between for positive ones', () => {
    const values = new Float32Array(32 * 225);
    values[0] = 8;
    values[225] = 2;
    const { width, height, pixels, columns, rows } = mapsPicture('conv1.relu', values);
    expect([columns, rows, width, height]).toEqual([8, 4, 8 * 16 - 1, 4 * 16 - 1]);
    expect([pixels[0], pixels[3 * 16], pixels[3]]).toEqual([255, Math.round(255 / 2), 0]);
  });
  it('puts 0 at grey where numbers can be negative', () => {
    const values = new Float32Array(32 * 1024);
    values[0] = -3;
    values[1] = 3;
    const { pixels } = mapsPicture('conv1.convolution', values);
    expect([pixels[0], pixels[3], pixels[6]]).toEqual([0, 255, 128]);
  });
  it('stands in rows that fill', () =>
    expect([3, 32, 64, 96, 256, 10].map((channels) => channels / columnsOf(channels))).toEqual([
      1,
      4,
      4,
      8,
      8,
      10 / 8,
    ]));
  it('summarises channels', () =>
    expect(summarise(Float32Array.of(1, 2, 3, 6, -1, 0, 0, 1), { channels: 2, side: 2 })).toEqual([
      { least: 1, mean: 3, most: 6 },
      { least: -1, mean: 0, most: 1 },
    ]));
  it('keeps colours in their places', () => {
    const { pixels } = colourPicture(Float32Array.from({ length: 12 }, (_, i) => i / 12));
    expect([...pixels.slice(0, 3)]).toEqual([0, Math.round((255 * 4) / 12), Math.round((255 * 8) / 12)]);
  });
});

it('the table has the ten classes and the channels of the layer', () => {
  const { rows, columns } = model.table(answered(start, 3));
  expect(rows).toHaveLength(10 + 32);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});

it('the static figure is the trained model’s answer', async () => {
  const markup = await renderFigure(async (id, file) => modelFile(id, file));
  expect(markup).toContain(`takes our drawing of ${drawings.cat.title} for a cat, with 67 %`);
  expect(markup.match(/class="pixels/g)?.length).toBe(1 + 1 + 32);
});
