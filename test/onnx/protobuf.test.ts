import { describe, expect, it } from 'vitest';
import { bytes, float, integer, message } from '../../src/onnx/protobuf.ts';
import { readFields } from '../support/read-protobuf.ts';

const hex = (data: Uint8Array): string =>
  Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

describe('the wire format', () => {
  // The first three are the examples of the format's own documentation.
  it.each<{ what: string; field: Uint8Array; is: string }>([
    { what: 'an integer', field: integer(1, 150), is: '08 96 01' },
    { what: 'text', field: bytes(2, 'testing'), is: '12 07 74 65 73 74 69 6e 67' },
    { what: 'a nested message', field: bytes(3, integer(1, 150)), is: '1a 03 08 96 01' },
    { what: 'zero', field: integer(1, 0), is: '08 00' },
    { what: 'the largest number of one byte', field: integer(1, 127), is: '08 7f' },
    { what: 'the smallest number of two bytes', field: integer(1, 128), is: '08 80 01' },
    { what: 'minus one', field: integer(3, -1), is: '18 ff ff ff ff ff ff ff ff ff 01' },
    { what: 'a number above 32 bits', field: integer(1, 2 ** 40), is: '08 80 80 80 80 80 20' },
    { what: 'a field number above 15', field: integer(20, 7), is: 'a0 01 07' },
    { what: 'a float', field: float(2, 1.5), is: '15 00 00 c0 3f' },
    { what: 'a float in a field above 15', field: float(20, 1.5), is: 'a5 01 00 00 c0 3f' },
    { what: 'text beyond ASCII', field: bytes(1, 'σ'), is: '0a 02 cf 83' },
    { what: 'nothing', field: bytes(1, ''), is: '0a 00' },
  ])('writes $what as $is', ({ field, is }) => expect(hex(field)).toBe(is));

  it('writes the length of a long message in more than one byte', () => {
    const long = new Uint8Array(300).fill(7);
    const written = bytes(5, long);
    expect(hex(written.subarray(0, 3))).toBe('2a ac 02');
    expect(readFields(written)).toEqual([{ field: 5, value: long }]);
  });
  it('keeps fields in the order they are given', () =>
    expect(readFields(message([integer(9, -5), float(2, 0.25), integer(1, 3)]))).toEqual([
      { field: 9, value: -5n },
      { field: 2, value: 0.25 },
      { field: 1, value: 3n },
    ]));
});
