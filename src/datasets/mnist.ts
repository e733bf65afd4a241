/** MNIST: 70,000 handwritten digits of 28 × 28 grey pixels, white on black. [lecun-1998] */

import { expectSha256, fileError, gunzip } from './data-file.ts';
import type { DataFiles, Dataset } from './dataset.ts';
import { decodeIdx } from './idx.ts';
import { type Pictures, toExamples } from './pictures.ts';

export const digits = 10;

/** Of the unpacked files, so that they may be stored gzipped by any program, or not at all. */
export const officialMnist = {
  'train-images-idx3-ubyte': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
} as const;
type MnistFile = keyof typeof officialMnist;

/**
 * The 60,000 training and, held out, the 10,000 test digits, from `mnist/` in the data folder.
 *
 * @param official the SHA-256 that each unpacked file must have
 * @returns `x` 784 pixels an example, 0 … 1; `target` the digit, one-hot
 * @throws Error with file, expected and found, if a file is missing, cut short, altered or of another kind
 */
export async function loadMnist(
  files: DataFiles,
  official: Readonly<Record<MnistFile, string>> = officialMnist,
): Promise<Dataset> {
  const read = async (name: MnistFile) => {
    const file = `mnist/${name}`;
    const bytes = await gunzip(`${file}.gz`, await readEither(files, `${file}.gz`, file));
    return { name, file, bytes };
  };
  const pictures = async (images: MnistFile, labels: MnistFile) => {
    const both = [await read(images), await read(labels)];
    const decoded = decodeDigits(both[0], both[1]);
    // After decoding: of a file that was cut short, its length says more than its checksum.
    for (const { name, file, bytes } of both) await expectSha256(file, bytes, [official[name]]);
    return toExamples(decoded, digits);
  };
  return {
    training: await pictures('train-images-idx3-ubyte', 'train-labels-idx1-ubyte'),
    heldOut: await pictures('t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'),
  };
}

interface NamedBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Pictures of digits from the unpacked pair of IDX files.
 * @throws Error with file, expected and found, if a file is damaged or the two do not belong together
 */
export function decodeDigits(images: NamedBytes, labels: NamedBytes): Pictures {
  const { shape, data: pixels } = decodeIdx(images.file, images.bytes, 3);
  const { data: classes } = decodeIdx(labels.file, labels.bytes, 1);
  const [count, height, width] = shape;
  if (classes.length !== count)
    throw fileError(labels.file, `${count} labels, one per picture of ${images.file}`, `${classes.length}`);
  const wrong = classes.findIndex((label) => label >= digits);
  if (wrong >= 0)
    throw fileError(labels.file, 'labels from 0 to 9', `${classes[wrong]} for picture ${wrong + 1}`);
  return { count, channels: 1, height, width, pixels, labels: classes };
}

/** The file by its first name or, where there is none, by its second. */
async function readEither(files: DataFiles, first: string, second: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return (await files.read(first)) as Uint8Array<ArrayBuffer>;
  } catch (missing) {
    try {
      return (await files.read(second)) as Uint8Array<ArrayBuffer>;
    } catch {
      throw missing;
    }
  }
}
