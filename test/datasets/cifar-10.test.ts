import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeCifar10, loadCifar10, officialCifar10 } from '../../src/datasets/cifar-10.ts';
import { join, toExamples } from '../../src/datasets/pictures.ts';

/** Records whose pixel bytes tell record, channel, row and column apart. */
function records(labels: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(labels.length * 3073);
  labels.forEach((label, i) => {
    bytes[i * 3073] = label;
    for (let at = 0; at < 3072; at++) bytes[i * 3073 + 1 + at] = (at * 7 + (at >> 10) * 31 + i * 101) % 256;
  });
  return bytes;
}
const tenThousand = (first: number) => records(Array.from({ length: 10_000 }, (_, i) => (first + i) % 10));
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('decodeCifar10', () => {
  it('takes the label from the first byte of each record and the planes of red, green and blue from the rest', () => {
    const bytes = records([6, 9]);
    const pictures = decodeCifar10('batch', bytes, 2);
    expect(pictures).toMatchObject({ count: 2, channels: 3, height: 32, width: 32 });
    expect(Array.from(pictures.labels)).toEqual([6, 9]);
    // Second picture, green, row 3, column 5.
    expect(pictures.pixels[3072 + 1024 + 3 * 32 + 5]).toBe(bytes[3073 + 1 + 1024 + 3 * 32 + 5]);
    expect(pictures.pixels).toHaveLength(6144);
  });
  it('says how many bytes it wants and finds', () => {
    expect(() => decodeCifar10('data_batch_1.bin', records([1]).slice(0, -1), 1)).toThrow(
      'data_batch_1.bin: expected 3073 bytes (1 records of 3073), found 3072',
    );
  });
  it('names the first record whose label is no class', () => {
    expect(() => decodeCifar10('data_batch_1.bin', records([1, 10]), 2)).toThrow(
      'data_batch_1.bin: expected labels from 0 to 9, found 10 in record 2',
    );
  });
});

describe('loadCifar10', () => {
  const contents: Record<string, Uint8Array> = {
    'cifar-10-batches-bin/data_batch_2.bin': tenThousand(2),
    'cifar-10-batches-bin/data_batch_5.bin': tenThousand(5),
    'cifar-10-batches-bin/test_batch.bin': tenThousand(0),
  };
  const files = {
    read: async (name: string) => contents[name] ?? Promise.reject(new Error(`${name}: gone`)),
  };
  const known = Object.fromEntries(
    Object.entries(contents).map(([file, bytes]) => [file.split('/')[1], ['0'.repeat(64), sum(bytes)]]),
  );

  it('joins the batches asked for in their order and holds the test pictures out', async () => {
    const { training, heldOut } = await loadCifar10(files, { batches: [5, 2], known });
    expect([training.count, heldOut.count]).toEqual([20_000, 10_000]);
    expect(training.target.subarray(0, 10).indexOf(1)).toBe(5);
    expect(training.target.subarray(100_000, 100_010).indexOf(1)).toBe(2);
    expect(training.x[3072]).toBe(Math.fround(101 / 255));
    expect(heldOut.target.subarray(0, 10).indexOf(1)).toBe(0);
  });
  it('says both checksums when a file was altered', async () => {
    const altered = contents['cifar-10-batches-bin/test_batch.bin'].slice();
    altered[1] ^= 1;
    const read = async (name: string) => (name.endsWith('test_batch.bin') ? altered : files.read(name));
    await expect(loadCifar10({ read }, { batches: [2], known })).rejects.toThrow(
      `cifar-10-batches-bin/test_batch.bin: expected SHA-256 ${known['test_batch.bin'].join(' or ')}, found ${sum(altered)}`,
    );
  });
  it('expects the official files unless told otherwise', async () => {
    await expect(loadCifar10(files, { batches: [2] })).rejects.toThrow(
      officialCifar10['data_batch_2.bin'][0],
    );
  });
  it('passes on that a file is missing', async () => {
    await expect(loadCifar10(files, { known })).rejects.toThrow(
      'cifar-10-batches-bin/data_batch_1.bin: gone',
    );
  });
});

describe('pictures', () => {
  it('become examples of pixels / 255 and one-hot classes', () => {
    const { count, x, target } = toExamples(decodeCifar10('batch', records([3]), 1), 10);
    expect(count).toBe(1);
    expect(x[2]).toBe(Math.fround(14 / 255));
    expect(Array.from(target)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });
  it('of several files are joined in order', () => {
    const parts = [records([3]), records([4, 5])].map((bytes, i) => decodeCifar10('batch', bytes, i + 1));
    expect(Array.from(join(parts).labels)).toEqual([3, 4, 5]);
    expect(join(parts).pixels).toHaveLength(3 * 3072);
    expect(join(parts).count).toBe(3);
  });
});
