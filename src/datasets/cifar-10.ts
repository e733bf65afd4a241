/** CIFAR-10: 60,000 colour pictures of 32 × 32 pixels in ten classes. [krizhevsky-2009] */

import { expectSha256, fileError } from './data-file.ts';
import type { DataFiles, Dataset } from './dataset.ts';
import { join, type Pictures, sizeOfPicture, toExamples } from './pictures.ts';

/** Names of the classes, by label. */
export const cifar10Classes = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** SHA-256 of the files in the official archive. */
export const officialCifar10: Readonly<Record<string, readonly string[]>> = {
  'data_batch_1.bin': ['cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5'],
  'data_batch_2.bin': ['a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed'],
  'data_batch_3.bin': ['bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67'],
  'data_batch_4.bin': ['014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48'],
  'data_batch_5.bin': ['755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add'],
  'test_batch.bin': ['8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b'],
};

/**
 * SHA-256 of a mirror's files: 30,000 training pictures and the test pictures, in the mirror's own order and
 * decoded from JPEG, so that pixels differ slightly from the official ones.
 */
export const mirroredCifar10: Readonly<Record<string, readonly string[]>> = {
  'data_batch_1.bin': ['f2864180fce86ab4106016a49ea527cd9376db11e43effbeb9f2b263de915c0a'],
  'data_batch_2.bin': ['c52397bf76420e25e54c7ae21dfb41892d86a23f4d1ee338e7196744af969132'],
  'data_batch_3.bin': ['967b17f8138b600d580cdddcfb372d8f73098ceec84dd859ec0017a8b1e5db40'],
  'test_batch.bin': ['e420470369763955674e5899909a2b8f3e34c22a6a0d169eba4ff593475cf974'],
};

const shape = { channels: 3, height: 32, width: 32 };
const recordSize = 1 + sizeOfPicture(shape);
/** Pictures in one file. */
const perFile = 10_000;

/**
 * Training pictures and, held out, the 10,000 test pictures, from `cifar-10-batches-bin/` in the data folder.
 *
 * @param batches which of the five training files, each of 10,000 pictures
 * @param known   by file, the SHA-256 of every version that is accepted
 * @returns `x` 3,072 numbers an example, 0 … 1: 32 rows of red, then of green, then of blue; `target` one-hot
 * @throws Error with file, expected and found, if a file is missing, cut short, altered or of another kind
 */
export async function loadCifar10(
  files: DataFiles,
  {
    batches = [1, 2, 3, 4, 5],
    known = officialCifar10,
  }: {
    readonly batches?: readonly number[];
    readonly known?: Readonly<Record<string, readonly string[]>>;
  } = {},
): Promise<Dataset> {
  const read = async (name: string) => {
    const file = `cifar-10-batches-bin/${name}`;
    const bytes = (await files.read(file)) as Uint8Array<ArrayBuffer>;
    const pictures = decodeCifar10(file, bytes, perFile);
    await expectSha256(file, bytes, known[name] ?? []);
    return pictures;
  };
  const training: Pictures[] = [];
  for (const batch of batches) training.push(await read(`data_batch_${batch}.bin`));
  return {
    training: toExamples(join(training), cifar10Classes.length),
    heldOut: toExamples(await read('test_batch.bin'), cifar10Classes.length),
  };
}

/**
 * Records of one label byte and 3 × 1,024 pixel bytes, red, green and blue.
 * @param count how many records the file should hold
 * @throws Error with file, expected and found, if the length or a label is wrong
 */
export function decodeCifar10(file: string, bytes: Uint8Array, count: number): Pictures {
  if (bytes.length !== count * recordSize)
    throw fileError(
      file,
      `${count * recordSize} bytes (${count} records of ${recordSize})`,
      `${bytes.length}`,
    );
  const labels = new Uint8Array(count);
  const pixels = new Uint8Array(count * (recordSize - 1));
  for (let i = 0; i < count; i++) {
    const record = bytes.subarray(i * recordSize, (i + 1) * recordSize);
    if (record[0] >= cifar10Classes.length)
      throw fileError(file, 'labels from 0 to 9', `${record[0]} in record ${i + 1}`);
    labels[i] = record[0];
    pixels.set(record.subarray(1), i * (recordSize - 1));
  }
  return { ...shape, count, pixels, labels };
}
