/** The IDX format of the MNIST files: a magic number, the lengths of the axes, then the bytes. [lecun-1998] */

import { fileError } from './data-file.ts';

export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/**
 * @param rank number of axes the file should have: 1 for labels, 3 for pictures
 * @throws Error with file, expected and found, if the file is of another kind or of another length
 */
export function decodeIdx(file: string, bytes: Uint8Array, rank: number): IdxArray {
  const header = 4 + 4 * rank;
  if (bytes.length < header)
    throw fileError(file, `at least the ${header} bytes of an IDX header`, `${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Two zeros, the type (8: unsigned bytes) and the number of axes.
  const magic = 0x0800 + rank;
  if (view.getUint32(0) !== magic)
    throw fileError(file, `the IDX magic number ${hex(magic)}`, hex(view.getUint32(0)));
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== header + size)
    throw fileError(
      file,
      `${header + size} bytes (a header and ${shape.join(' × ')})`,
      `${bytes.length} bytes; ${bytes.length < header + size ? 'it was cut short' : 'something was added'}`,
    );
  return { shape, data: bytes.subarray(header) };
}

const hex = (number: number): string => `0x${number.toString(16).padStart(8, '0')}`;
