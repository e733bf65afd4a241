import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DataFiles } from '../../src/datasets/dataset.ts';
import { decodeIdx } from '../../src/datasets/idx.ts';
import { loadMnist, officialMnist } from '../../src/datasets/mnist.ts';

/** An IDX file of unsigned bytes. */
const idx = (shape: readonly number[], data: readonly number[]): Uint8Array =>
  Uint8Array.from([
    0,
    0,
    8,
    shape.length,
    ...shape.flatMap((length) => [0, 0, length >> 8, length & 255]),
    ...data,
  ]);

// Two training pictures and one test picture of 2 × 3 pixels.
const small = {
  'train-images-idx3-ubyte': idx([2, 2, 3], [0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6]),
  'train-labels-idx1-ubyte': idx([2], [7, 0]),
  't10k-images-idx3-ubyte': idx([1, 2, 3], [9, 8, 7, 6, 5, 4]),
  't10k-labels-idx1-ubyte': idx([1], [3]),
};
type Name = keyof typeof small;
const sums = Object.fromEntries(
  Object.entries(small).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
) as Record<Name, string>;

/** A data folder in memory. */
const folder = (contents: Readonly<Record<string, Uint8Array>>): DataFiles => ({
  async read(name) {
    if (!contents[name]) throw new Error(`${name}: no such file`);
    return contents[name];
  },
});
const stored = (change: Partial<Record<Name, Uint8Array>> = {}, as: 'gzip' | 'plain' = 'gzip') =>
  folder(
    Object.fromEntries(
      Object.entries({ ...small, ...change }).map(([name, bytes]) =>
        as === 'gzip' ? [`mnist/${name}.gz`, gzipSync(bytes)] : [`mnist/${name}`, bytes],
      ),
    ),
  );

describe('loadMnist', () => {
  it.each(['gzip', 'plain'] as const)(
    'reads pixels as 0 … 1 and labels as one-hot rows, stored as %s',
    async (as) => {
      const { training, heldOut } = await loadMnist(stored({}, as), sums);
      expect(training.count).toBe(2);
      expect(training.x.slice(0, 6)).toEqual(Float32Array.of(0, 0.2, 0.4, 0.6, 0.8, 1));
      expect(Array.from(training.target)).toEqual([
        0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ]);
      expect(heldOut.count).toBe(1);
      expect(heldOut.x[5]).toBe(Math.fround(4 / 255));
      expect(heldOut.target.indexOf(1)).toBe(3);
    },
  );
  it('names the gzipped file when neither form is there', async () => {
    await expect(loadMnist(folder({}), sums)).rejects.toThrow(
      'mnist/train-images-idx3-ubyte.gz: no such file',
    );
  });
  it('says both checksums when a pixel was altered', async () => {
    const altered = small['t10k-images-idx3-ubyte'].slice();
    altered[20] ^= 1;
    await expect(loadMnist(stored({ 't10k-images-idx3-ubyte': altered }), sums)).rejects.toThrow(
      new RegExp(
        `mnist/t10k-images-idx3-ubyte: expected SHA-256 ${sums['t10k-images-idx3-ubyte']}, found [0-9a-f]{64}; the file was altered`,
      ),
    );
  });
  it('says how many bytes are missing from a file that was cut short', async () => {
    const cut = small['train-images-idx3-ubyte'].slice(0, -1);
    await expect(loadMnist(stored({ 'train-images-idx3-ubyte': cut }), sums)).rejects.toThrow(
      'mnist/train-images-idx3-ubyte: expected 28 bytes (a header and 2 × 2 × 3), found 27 bytes; it was cut short',
    );
  });
  it.each([
    { damage: 'cut short', of: (bytes: Uint8Array) => bytes.slice(0, -9) },
    { damage: 'altered', of: (bytes: Uint8Array) => bytes.map((one, i) => (i === 22 ? one ^ 255 : one)) },
  ])('says that a gzip file was $damage', async ({ of }) => {
    const name = 'mnist/train-labels-idx1-ubyte.gz';
    const packed = gzipSync(small['train-labels-idx1-ubyte']);
    const files = stored();
    await expect(
      loadMnist({ read: async (one) => (one === name ? of(packed) : files.read(one)) }, sums),
    ).rejects.toThrow(`${name}: expected a whole gzip file, found`);
  });
  it('refuses labels that do not belong to the pictures', async () => {
    await expect(loadMnist(stored({ 'train-labels-idx1-ubyte': idx([3], [7, 0, 1]) }), sums)).rejects.toThrow(
      'mnist/train-labels-idx1-ubyte: expected 2 labels, one per picture of mnist/train-images-idx3-ubyte, found 3',
    );
  });
  it('refuses a label that is no digit', async () => {
    await expect(loadMnist(stored({ 'train-labels-idx1-ubyte': idx([2], [7, 10]) }), sums)).rejects.toThrow(
      'mnist/train-labels-idx1-ubyte: expected labels from 0 to 9, found 10 for picture 2',
    );
  });
  it('expects the official files unless told otherwise', async () => {
    await expect(loadMnist(stored())).rejects.toThrow(officialMnist['train-images-idx3-ubyte']);
  });
});

describe('decodeIdx', () => {
  it('names the magic number it wants and the one it finds', () => {
    expect(() => decodeIdx('labels', small['train-labels-idx1-ubyte'], 3)).toThrow(
      'labels: expected at least the 16 bytes of an IDX header, found 10 bytes',
    );
    expect(() => decodeIdx('pictures', small['train-images-idx3-ubyte'], 1)).toThrow(
      'pictures: expected the IDX magic number 0x00000801, found 0x00000803',
    );
  });
  it('refuses a file with more bytes than it announces', () => {
    expect(() => decodeIdx('labels', idx([2], [1, 2, 3]), 1)).toThrow(
      'labels: expected 10 bytes (a header and 2), found 11 bytes; something was added',
    );
  });
  it('reads a file that lies in the middle of a buffer', () => {
    const whole = new Uint8Array(30).fill(9);
    whole.set(idx([2], [4, 5]), 7);
    expect(decodeIdx('labels', whole.subarray(7, 17), 1).data).toEqual(Uint8Array.of(4, 5));
  });
});
