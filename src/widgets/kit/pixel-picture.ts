/**
 * Small pictures of numbers as PNG addresses, for `<img>` and for `<image>` within SVG: one string in place of a
 * rectangle for every pixel, and the same at build and in the page.
 */

/** Rows of pixels, three bytes each: red, green, blue. */
export interface PixelPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** @returns a `data:` address of an uncompressed PNG */
export function pictureAddress({ width, height, pixels }: PixelPicture): string {
  const rows = new Uint8Array(height * (1 + 3 * width));
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(row * 3 * width, (row + 1) * 3 * width), row * (1 + 3 * width) + 1);
  const header = Uint8Array.from([...bigEndian(width), ...bigEndian(height), 8, 2, 0, 0, 0]);
  const file = [
    Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
  let text = '';
  for (const part of file) for (const byte of part) text += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(text)}`;
}

/** @param values 0 … 1, shape [3, 32, 32] */
export function colourPicture(values: ArrayLike<number>): PixelPicture {
  const size = values.length / 3;
  const side = Math.sqrt(size);
  const pixels = Uint8Array.from({ length: 3 * size }, (_, i) =>
    Math.round(255 * Math.min(1, Math.max(0, values[(i % 3) * size + Math.floor(i / 3)]))),
  );
  return { width: side, height: side, pixels };
}

const bigEndian = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

function chunk(kind: string, content: Uint8Array): Uint8Array {
  const body = Uint8Array.from([...kind].map((letter) => letter.charCodeAt(0)));
  const checked = new Uint8Array(4 + content.length);
  checked.set(body);
  checked.set(content, 4);
  const whole = new Uint8Array(12 + content.length);
  whole.set(bigEndian(content.length));
  whole.set(checked, 4);
  whole.set(bigEndian(crc32(checked)), 8 + content.length);
  return whole;
}

/** A zlib stream of blocks that are not compressed. */
function stored(bytes: Uint8Array): Uint8Array {
  const most = 65_535;
  const parts: number[][] = [[0x78, 0x01]];
  for (let at = 0; at < bytes.length; at += most) {
    const length = Math.min(most, bytes.length - at);
    const isLast = at + length >= bytes.length;
    const low = [length & 255, length >>> 8];
    parts.push([isLast ? 1 : 0, ...low, ...low.map((one) => ~one & 255)]);
    parts.push([...bytes.subarray(at, at + length)]);
  }
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  parts.push(bigEndian(((b << 16) | a) >>> 0));
  return Uint8Array.from(parts.flat());
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
