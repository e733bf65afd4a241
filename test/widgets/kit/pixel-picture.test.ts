import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pictureAddress } from '../../../src/widgets/kit/pixel-picture.ts';

/** The chunks of the PNG by name, in order. */
function chunks(address: string): Record<string, Buffer> {
  const file = Buffer.from(address.replace('data:image/png;base64,', ''), 'base64');
  const found: Record<string, Buffer> = {};
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    found[file.toString('latin1', at + 4, at + 8)] = file.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return found;
}

describe('pictureAddress', () => {
  it('holds the size and, row by row after a filter byte, the pixels', () => {
    const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    const { IHDR, IDAT } = chunks(pictureAddress({ width: 2, height: 2, pixels }));
    expect([IHDR.readUInt32BE(0), IHDR.readUInt32BE(4), IHDR[8], IHDR[9]]).toEqual([2, 2, 8, 2]);
    expect([...inflateSync(IDAT)]).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]);
  });

  it('goes on over the largest block of the format', () => {
    const pixels = Uint8Array.from({ length: 200 * 200 * 3 }, (_, i) => i % 251);
    const { IDAT } = chunks(pictureAddress({ width: 200, height: 200, pixels }));
    const rows = inflateSync(IDAT);
    expect(rows.length).toBe(200 * 601);
    expect(rows[601 * 199 + 600]).toBe((200 * 200 * 3 - 1) % 251);
  });
});
