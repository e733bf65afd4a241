import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { drawnDigits } from '../../../src/datasets/drawn-digits.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { centreOfMass, digitPixels, digitSide } from '../../../src/widgets/kit/digit-pixels.ts';

/** First and last row and column with ink. */
function extent(pixels: Float32Array) {
  const inked = [...pixels].flatMap((value, i) => (value > 0.25 ? [i] : []));
  const [rows, columns] = [inked.map((i) => Math.floor(i / digitSide)), inked.map((i) => i % digitSide)];
  return {
    height: Math.max(...rows) - Math.min(...rows) + 1,
    width: Math.max(...columns) - Math.min(...columns) + 1,
  };
}

describe('digitPixels', () => {
  it('gives paper where nothing is drawn', () => {
    const pixels = digitPixels([]);
    expect(pixels).toHaveLength(784);
    expect(Math.max(...pixels)).toBe(0);
  });

  it('fits a drawing into 20 × 20 pixels and keeps its proportions', () => {
    const box = [
      [
        [0.1, 0.2],
        [0.5, 0.2],
        [0.5, 1],
        [0.1, 1],
        [0.1, 0.2],
      ] as const,
    ];
    const { width, height } = extent(digitPixels(box));
    expect(height).toBeGreaterThanOrEqual(19);
    expect(height).toBeLessThanOrEqual(21);
    // Half as wide as high, between the middles of the pen's ways.
    expect(width).toBeGreaterThanOrEqual(10);
    expect(width).toBeLessThanOrEqual(13);
  });

  it('gives the same for a drawing that is smaller and elsewhere', () => {
    const large = [
      [
        [0, 0],
        [0.8, 0.1],
        [0.3, 0.9],
      ] as const,
    ];
    const small = large.map((stroke) => stroke.map(([x, y]) => [0.5 + x / 4, 0.3 + y / 4] as const));
    const [a, b] = [digitPixels(large), digitPixels(small)];
    expect(Math.max(...a.map((value, i) => Math.abs(value - b[i])))).toBeLessThan(1e-5);
  });

  it('does not blow a dot up to the size of a digit', () => {
    const { width, height } = extent(digitPixels([[[0.2, 0.7]]]));
    expect(Math.max(width, height)).toBeLessThanOrEqual(4);
  });

  it.each(drawnDigits.map((strokes, digit) => ({ digit, strokes })))(
    'puts the centre of mass of $digit in the middle, with soft edges between 0 and 1',
    ({ strokes }) => {
      const pixels = digitPixels(strokes);
      const [x, y] = centreOfMass(pixels);
      expect(Math.abs(x - 14)).toBeLessThan(0.15);
      expect(Math.abs(y - 14)).toBeLessThan(0.15);
      expect(Math.min(...pixels)).toBe(0);
      expect(Math.max(...pixels)).toBe(1);
      expect(pixels.some((value) => value > 0.2 && value < 0.8)).toBe(true);
    },
  );
});

describe.each([
  { id: 'lenet-5', shape: [10, 1, 28, 28] },
  { id: 'mnist-mlp', shape: [10, 784] },
])('$id', ({ id, shape }) => {
  it('reads our ten drawings as the digits they are', async () => {
    const session = await createSession(await readFile(`models/${id}/model.onnx`));
    const x = Float32Array.from(drawnDigits.flatMap((strokes) => [...digitPixels(strokes)]));
    const outputs = await session.run({ x: session.upload(shape, x) });
    const probability = await outputs.probability.read();
    session.dispose();
    const answers = drawnDigits.map((_, row) => {
      const of = [...probability.subarray(row * 10, row * 10 + 10)];
      return of.indexOf(Math.max(...of));
    });
    expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const right = drawnDigits.map((_, digit) => probability[digit * 10 + digit]);
    expect(Math.min(...right)).toBeGreaterThan(0.8);
  });
});
